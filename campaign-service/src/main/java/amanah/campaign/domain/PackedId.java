package amanah.campaign.domain;

import amanah.id.KeyedHash;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * Ids as bytes: a header and what it announces.
 *
 * <pre>
 * header 0         a canonical lower-case UUID: its 16 bytes, in the order of the text
 * header 1 .. 64   that many characters, one byte each
 * others           not in use
 * </pre>
 *
 * <p>An id has exactly one form, so ids are equal where their bytes are. Ids are hashed and
 * compared as they stand in the string: a lookup allocates nothing.
 */
final class PackedId {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int UUID_HEADER = 0;
  private static final int UUID_BYTES = 16;
  private static final int UUID_CHARACTERS = 36;
  private static final int CHARACTERS_MAX = 64;

  /** The value of a lower-case hexadecimal digit; negative for every other character of ids. */
  private static final byte[] DIGITS = new byte[128];

  static {
    Arrays.fill(DIGITS, (byte) -1);
    for (int digit = 0; digit < 16; digit++) {
      DIGITS[Character.forDigit(digit, 16)] = (byte) digit;
    }
  }

  private PackedId() {}

  /** How many bytes the id takes, its header too. */
  static int length(String id) {
    return 1 + (isUuid(id) ? UUID_BYTES : id.length());
  }

  /** How many bytes the id that begins there takes. */
  static int length(byte[] bytes, int at) {
    int header = bytes[at];
    if (header < 0 || header > CHARACTERS_MAX) {
      throw new IllegalStateException("id header " + header + " is unknown, expected 0 to 64");
    }
    return 1 + (header == UUID_HEADER ? UUID_BYTES : header);
  }

  static void write(String id, byte[] bytes, int at) {
    if (isUuid(id)) {
      bytes[at] = UUID_HEADER;
      LONG.set(bytes, at + 1, high(id));
      LONG.set(bytes, at + 9, low(id));
    } else {
      bytes[at] = (byte) id.length();
      for (int index = 0; index < id.length(); index++) {
        bytes[at + 1 + index] = (byte) id.charAt(index);
      }
    }
  }

  static String read(byte[] bytes, int at) {
    int characters = length(bytes, at) - 1;
    return bytes[at] == UUID_HEADER
        ? new UUID((long) LONG.get(bytes, at + 1), (long) LONG.get(bytes, at + 9)).toString()
        : new String(bytes, at + 1, characters, StandardCharsets.ISO_8859_1);
  }

  static boolean matches(String id, byte[] bytes, int at) {
    if (bytes[at] == UUID_HEADER) {
      return isUuid(id)
          && high(id) == (long) LONG.get(bytes, at + 1)
          && low(id) == (long) LONG.get(bytes, at + 9);
    }
    boolean equal = bytes[at] == id.length();
    for (int index = 0; equal && index < id.length(); index++) {
      equal = bytes[at + 1 + index] == id.charAt(index);
    }
    return equal;
  }

  /** The hash of the id in this process; equal to that of its bytes. */
  static long hash(String id) {
    if (isUuid(id)) {
      return hash(high(id), low(id));
    }
    int length = id.length();
    KeyedHash hash = KeyedHash.ofProcess();
    long word = length;
    for (int index = 0; index < length; index++) {
      if ((index & 7) == 0) {
        hash.add(word);
        word = 0;
      }
      word = word << 8 | id.charAt(index);
    }
    hash.add(word);
    return hash.finish();
  }

  /** The hash of the id that begins there. */
  static long hash(byte[] bytes, int at) {
    if (bytes[at] == UUID_HEADER) {
      return hash((long) LONG.get(bytes, at + 1), (long) LONG.get(bytes, at + 9));
    }
    int length = bytes[at];
    KeyedHash hash = KeyedHash.ofProcess();
    long word = length;
    for (int index = 0; index < length; index++) {
      if ((index & 7) == 0) {
        hash.add(word);
        word = 0;
      }
      word = word << 8 | bytes[at + 1 + index];
    }
    hash.add(word);
    return hash.finish();
  }

  private static long hash(long high, long low) {
    KeyedHash hash = KeyedHash.ofProcess();
    hash.add(high);
    hash.add(low);
    return hash.finish();
  }

  private static boolean isUuid(String id) {
    return id.length() == UUID_CHARACTERS
        && id.charAt(8) == '-'
        && id.charAt(13) == '-'
        && id.charAt(18) == '-'
        && id.charAt(23) == '-'
        && areDigits(id, 0, 8)
        && areDigits(id, 9, 13)
        && areDigits(id, 14, 18)
        && areDigits(id, 19, 23)
        && areDigits(id, 24, 36);
  }

  private static boolean areDigits(String id, int from, int to) {
    int digits = 0;
    for (int index = from; index < to; index++) {
      digits |= DIGITS[id.charAt(index) & 0x7f];
    }
    return digits >= 0;
  }

  private static long high(String uuid) {
    return hex(uuid, 0, 8) << 32 | hex(uuid, 9, 13) << 16 | hex(uuid, 14, 18);
  }

  private static long low(String uuid) {
    return hex(uuid, 19, 23) << 48 | hex(uuid, 24, 36);
  }

  private static long hex(String uuid, int from, int to) {
    long value = 0;
    for (int index = from; index < to; index++) {
      value = value << 4 | DIGITS[uuid.charAt(index) & 0x7f];
    }
    return value;
  }
}
