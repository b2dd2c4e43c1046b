package amanah.deploy.load.loop;

import java.time.Duration;

/**
 * When calls count, as moments of a nanosecond clock.
 *
 * @param startsNanos when the first call is due; until the window begins it is warm-up
 * @param beginsNanos when it begins
 * @param endsNanos when it is over; then no call is begun
 */
public record LoadWindow(long startsNanos, long beginsNanos, long endsNanos) {

  /** A window of {@code measured} that begins when {@code warmup} has passed since {@code now}. */
  public static LoadWindow after(long now, Duration warmup, Duration measured) {
    long begins = now + warmup.toNanos();
    return new LoadWindow(now, begins, begins + measured.toNanos());
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
