package amanah.deploy.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** What is random about one request, all of it from a seed and the request's number. */
final class Chance {

  private static final long STRIDE = 0xD1342543DE82EF95L;

  private final SplittableRandom random;

  Chance(long seed, long number) {
    this.random = new SplittableRandom(seed * STRIDE + number);
  }

  /** A number from 0 to below that one. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A number of these, both included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  long number() {
    return random.nextLong();
  }

  boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  <T> T of(List<T> several) {
    return several.get(random.nextInt(several.size()));
  }

  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The same bytes with some of them changed, left out, doubled or added. */
  byte[] spoiled(byte[] whole) {
    byte[] bytes = whole.clone();
    for (int times = between(1, 4); times > 0 && bytes.length > 0; times--) {
      bytes = spoiledOnce(bytes);
    }
    return bytes;
  }

  private byte[] spoiledOnce(byte[] bytes) {
    int at = below(bytes.length);
    int length = Math.min(bytes.length - at, between(1, 8));
    return switch (below(4)) {
      case 0 -> {
        bytes[at] = (byte) below(256);
        yield bytes;
      }
      case 1 -> Bytes.join(Bytes.head(bytes, at), Bytes.tail(bytes, at + length));
      case 2 -> Bytes.join(Bytes.head(bytes, at + length), Bytes.tail(bytes, at));
      default -> Bytes.join(Bytes.head(bytes, at), bytes(length), Bytes.tail(bytes, at));
    };
  }
}
