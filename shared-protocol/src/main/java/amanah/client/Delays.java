package amanah.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The waits between the tries of one thing: doubling, and each shortened at random by up to a half,
 * so that those who failed together do not come back together.
 */
final class Delays {

  private static final int DOUBLINGS_MAX = 20;

  private final RetryRules rules;
  private final RandomGenerator random;
  private int repeats;

  Delays(RetryRules rules, RandomGenerator random) {
    this.rules = rules;
    this.random = random;
  }

  /** Something got through: the next wait is the first one again. */
  void progressed() {
    repeats = 0;
  }

  /** The next wait, at least as long as the server asked to be left alone, but not for ever. */
  Duration next(Duration leaveAlone) {
    long doubled = rules.delayFirst().toNanos() << Math.min(repeats, DOUBLINGS_MAX);
    long longest = Math.min(doubled, rules.delayMax().toNanos());
    repeats++;
    Duration jittered = Duration.ofNanos(longest - random.nextLong(longest / 2 + 1));
    Duration asked = shorter(leaveAlone, rules.leaveAloneMax());
    return asked.compareTo(jittered) > 0 ? asked : jittered;
  }

  static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
