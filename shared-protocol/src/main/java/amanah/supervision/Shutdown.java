package amanah.supervision;

import java.time.Duration;

/** How a child is stopped; OTP's {@code shutdown}. */
sealed interface Shutdown<T> {

  /** By its context, when the message in its hands is done. */
  record AtOnce<T>() implements Shutdown<T> {}

  /** By a message on which it stops itself; after {@code patienceMax}, by its context. */
  record Graceful<T>(T message, Duration patienceMax) implements Shutdown<T> {

    public Graceful {
      if (!patienceMax.isPositive()) {
        throw new IllegalArgumentException("patienceMax must be positive: " + patienceMax);
      }
    }
  }

  /** By a message, however long it takes: for supervisors, whose children have their own limits. */
  record Patient<T>(T message) implements Shutdown<T> {}
}
