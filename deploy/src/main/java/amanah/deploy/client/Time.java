package amanah.deploy.client;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The clock that retries and paces go by; tests move their own. */
public interface Time {

  /** Nanoseconds since some moment, for differences. */
  long nanoTime();

  /** Waits so long, less when what waits was given up meanwhile. */
  void await(Duration delay) throws InterruptedException;

  /** The machine's clock; waiting ends at once when {@code givenUp} opens. */
  static Time until(CountDownLatch givenUp) {
    return new Time() {
      @Override
      public long nanoTime() {
        return System.nanoTime();
      }

      @Override
      public void await(Duration delay) throws InterruptedException {
        boolean ended = givenUp.await(delay.toNanos(), TimeUnit.NANOSECONDS);
        if (ended) {
          throw new InterruptedException("given up");
        }
      }
    };
  }
}
