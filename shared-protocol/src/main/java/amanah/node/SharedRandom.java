package amanah.node;

import java.util.random.RandomGenerator;

/** A source of chance that many actors may draw from at once. */
final class SharedRandom implements RandomGenerator {

  private final RandomGenerator random;

  SharedRandom(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public synchronized long nextLong() {
    return random.nextLong();
  }
}
