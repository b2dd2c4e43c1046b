package amanah.supervision;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a restart is put off: {@code delayMin} after a first failure, twice as long after each
 * further one, never longer than {@code delayMax}. <b>This is not in OTP.</b>
 *
 * <p>OTP restarts at once. Here the journal may be away for seconds, and restarts at once would use
 * up the intensity within milliseconds. Each delay is shortened by a random share of at most {@code
 * jitter}, so that the children of many supervisors do not come back in the same instant, not even
 * when all of them wait for {@code delayMax}.
 *
 * @param jitter from 0 (none) up to, but not including, 1
 * @param resetAfter a child that ran for so long without failing begins at {@code delayMin} again
 */
public record Backoff(Duration delayMin, Duration delayMax, double jitter, Duration resetAfter) {

  private static final int DOUBLINGS_MAX = 40;

  /** Checks the bounds. */
  public Backoff {
    if (!delayMin.isPositive() || delayMax.compareTo(delayMin) < 0) {
      throw new IllegalArgumentException(
          "0 < delayMin <= delayMax, not " + delayMin + ", " + delayMax);
    }
    if (!(jitter >= 0 && jitter < 1)) {
      throw new IllegalArgumentException("0 <= jitter < 1, not " + jitter);
    }
    if (!resetAfter.isPositive()) {
      throw new IllegalArgumentException("resetAfter must be positive: " + resetAfter);
    }
  }

  /** A backoff that is reset after {@code delayMax} without a failure. */
  public static Backoff of(Duration delayMin, Duration delayMax, double jitter) {
    return new Backoff(delayMin, delayMax, jitter, delayMax);
  }

  /** The same delays, reset after another time without a failure. */
  public Backoff resetAfter(Duration time) {
    return new Backoff(delayMin, delayMax, jitter, time);
  }

  /** The delay after so many failures in a row, the first being 1; never zero. */
  public Duration delay(int failures, RandomGenerator random) {
    int doublings = Math.min(failures - 1, DOUBLINGS_MAX);
    double grown = Math.scalb((double) delayMin.toNanos(), doublings);
    double full = Math.min(grown, (double) delayMax.toNanos());
    long nanos = (long) (full * (1 - jitter * random.nextDouble()));
    return Duration.ofNanos(Math.max(1, nanos));
  }
}
