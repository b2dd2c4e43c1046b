package amanah.id;

import java.security.SecureRandom;

/**
 * SipHash-1-3 (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012) over words of 64
 * bits. Who does not know the key cannot make up ids that fall into one place of a table, where
 * each would make the search for the next one longer.
 *
 * <p>The key of a process is drawn once and told to nobody. Nothing that leaves a table depends on
 * it: neither answers, nor images, nor the order of records.
 */
public final class KeyedHash {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long KEY_LOW = RANDOM.nextLong();
  private static final long KEY_HIGH = RANDOM.nextLong();

  private long v0;
  private long v1;
  private long v2;
  private long v3;

  /** One with a key of 128 bits. */
  KeyedHash(long keyLow, long keyHigh) {
    v0 = keyLow ^ 0x736f6d6570736575L;
    v1 = keyHigh ^ 0x646f72616e646f6dL;
    v2 = keyLow ^ 0x6c7967656e657261L;
    v3 = keyHigh ^ 0x7465646279746573L;
  }

  /** One with this process's key. */
  public static KeyedHash ofProcess() {
    return new KeyedHash(KEY_LOW, KEY_HIGH);
  }

  /** The next word of what is hashed. */
  public void add(long word) {
    v3 ^= word;
    round();
    v0 ^= word;
  }

  /** The hash of all words; whoever hashes words of different number adds that number as well. */
  public long finish() {
    v2 ^= 0xff;
    round();
    round();
    round();
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private void round() {
    v0 += v1;
    v2 += v3;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v1;
    v0 += v3;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 = Long.rotateLeft(v2, 32);
  }
}
