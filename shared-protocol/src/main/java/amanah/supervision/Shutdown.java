package amanah.supervision;

import java.time.Duration;

/**
 * How a child is stopped; OTP's {@code shutdown}. A child that has not ended when its time is over
 * is given up, where OTP would kill it: an actor whose thread hangs cannot be killed, but nobody
 * waits for it any longer.
 */
sealed interface Shutdown<T> {

  /** OTP's default for workers. */
  Duration PATIENCE_MAX = Duration.ofSeconds(5);

  /** So long a child has to end that is stopped by its context since it did not do so itself. */
  Duration FORCE_MAX = Duration.ofMillis(500);

  /** By its context, when the message in its hands is done; given up after {@code patienceMax}. */
  record AtOnce<T>(Duration patienceMax) implements Shutdown<T> {

    public AtOnce {
      requirePositive(patienceMax);
    }
  }

  /**
   * By a message on which it stops itself; after {@code patienceMax}, by its context, and given up
   * {@link #FORCE_MAX} later.
   */
  record Graceful<T>(T message, Duration patienceMax) implements Shutdown<T> {

    public Graceful {
      requirePositive(patienceMax);
    }
  }

  /**
   * By a message, however long it takes: for supervisors, whose children have their own limits. One
   * that cannot end, because it had to give up a child, says so and is given up as well.
   */
  record Patient<T>(T message) implements Shutdown<T> {}

  private static void requirePositive(Duration patienceMax) {
    if (!patienceMax.isPositive()) {
      throw new IllegalArgumentException("patienceMax must be positive: " + patienceMax);
    }
  }
}
