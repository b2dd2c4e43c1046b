package amanah.deploy.bench.load;

import java.time.Duration;

/**
 * When calls count, as moments of a nanosecond clock: what ends before is warm-up, and once it is
 * over no call is begun.
 */
public record LoadWindow(long beginsNanos, long endsNanos) {

  /** A window of {@code measured} that begins when {@code warmup} has passed since {@code now}. */
  public static LoadWindow after(long now, Duration warmup, Duration measured) {
    long begins = now + warmup.toNanos();
    return new LoadWindow(begins, begins + measured.toNanos());
  }

  /** Whether a call that ends now counts. */
  public boolean counts(long now) {
    return now - beginsNanos >= 0 && now - endsNanos < 0;
  }

  /** Whether no more calls shall begin. */
  public boolean over(long now) {
    return now - endsNanos >= 0;
  }

  /** How long it is. */
  public double seconds() {
    return (endsNanos - beginsNanos) / 1e9;
  }
}
