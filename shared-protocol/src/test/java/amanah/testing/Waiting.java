package amanah.testing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what others bring about, and leaves the processor to them meanwhile. */
public final class Waiting {

  private static final long LOOK_MILLIS = 5;

  private Waiting() {}

  /**
   * Returns when it holds.
   *
   * @throws AssertionError if it does not within {@code patience}
   */
  public static void until(Duration patience, BooleanSupplier condition) {
    CountDownLatch never = new CountDownLatch(1);
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("it has not happened within " + patience);
        }
        boolean unused = never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
