package amanah.deploy.faults.kind;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One planned fault.
 *
 * @param kind the name of what is done
 * @param seed of all that is left to chance in it
 * @param lasts how long, for kinds that last
 */
public record Blow(String kind, long seed, Duration lasts) {

  /** The same numbers at every call. */
  RandomGenerator chance() {
    return new SplittableRandom(seed);
  }
}
