package amanah.campaign.domain;

/** Numbers of 1 to 10 bytes: 7 bits to a byte, lowest first, all but the last byte negative. */
final class Varint {

  private Varint() {}

  static int length(long value) {
    return (63 - Long.numberOfLeadingZeros(value | 1)) / 7 + 1;
  }

  /** Writes the value and answers where it ends. */
  static int write(long value, byte[] bytes, int at) {
    long rest = value;
    int place = at;
    while ((rest & ~0x7fL) != 0) {
      bytes[place++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[place++] = (byte) rest;
    return place;
  }

  static long read(byte[] bytes, int at) {
    long value = 0;
    int place = at;
    int shift = 0;
    while (bytes[place] < 0) {
      value |= (bytes[place++] & 0x7fL) << shift;
      shift += 7;
    }
    return value | (long) bytes[place] << shift;
  }

  /** Where the number after {@code numbers} others begins. */
  static int skip(int numbers, byte[] bytes, int at) {
    int place = at;
    for (int skipped = 0; skipped < numbers; place++) {
      skipped += bytes[place] < 0 ? 0 : 1;
    }
    return place;
  }
}
