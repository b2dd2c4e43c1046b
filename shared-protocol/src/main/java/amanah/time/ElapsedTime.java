package amanah.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Time that only goes forward, from a beginning of its own: for how long something takes, and never
 * for when it was. Whoever sets a clock changes nothing of it.
 */
@FunctionalInterface
public interface ElapsedTime {

  /** What has passed since the beginning. */
  Duration elapsed();

  /** The machine's, from now on. */
  static ElapsedTime ofMachine() {
    long beganNanos = System.nanoTime();
    return () -> Duration.ofNanos(System.nanoTime() - beganNanos);
  }

  /** By a clock that nobody sets. */
  static ElapsedTime by(InstantSource clock) {
    return () -> Duration.between(Instant.EPOCH, clock.instant());
  }
}
