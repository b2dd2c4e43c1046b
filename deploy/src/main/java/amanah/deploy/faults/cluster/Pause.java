package amanah.deploy.faults.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting, which ends with an {@link InterruptedException} when the run is given up. */
@FunctionalInterface
public interface Pause {

  /** How often a condition is looked at. */
  Duration LOOK = Duration.ofMillis(200);

  /** A question whose asking may fail. */
  @FunctionalInterface
  interface Condition {
    /** Whether it is so by now. */
    boolean holds() throws IOException, InterruptedException;
  }

  /** Waiting that is given up as soon as {@code asked} opens. */
  static Pause until(CountDownLatch asked) {
    return duration -> {
      boolean opened = asked.await(duration.toNanos(), TimeUnit.NANOSECONDS);
      if (opened) {
        throw new InterruptedException("a stop was asked for");
      }
    };
  }

  /** Waits so long. */
  void await(Duration duration) throws InterruptedException;

  /** Waits until it holds; false if it does not for so long. */
  default boolean until(Duration max, Condition condition)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + max.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      await(LOOK);
    }
    return true;
  }
}
