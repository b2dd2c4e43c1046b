package amanah.client;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The clock that a client waits by; tests move their own. */
public interface Timing {

  /** Nanoseconds since some moment, for differences. */
  long nanoTime();

  /** Runs {@code task} after so long, on another thread. */
  void after(Duration delay, Runnable task);

  /** The machine's clock; tasks run where {@code timer} runs them. */
  static Timing by(ScheduledExecutorService timer) {
    return new Timing() {
      @Override
      public long nanoTime() {
        return System.nanoTime();
      }

      @Override
      public void after(Duration delay, Runnable task) {
        var unused = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
      }
    };
  }
}
