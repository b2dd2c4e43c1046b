package amanah.deploy.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Progress for a log or a pipe: a plain line now and then. */
public final class ProgressLines implements Progress {

  private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

  private final PrintWriter out;
  private final LongSupplier nanoTime;
  private String name = "";
  private long bytesTotal;
  private long beganNanos;
  private long saidNanos;

  /** Writes to {@code out} by the time of {@code nanoTime}. */
  public ProgressLines(PrintWriter out, LongSupplier nanoTime) {
    this.out = out;
    this.nanoTime = nanoTime;
  }

  @Override
  public void began(String name, long bytesTotal) {
    this.name = name;
    this.bytesTotal = bytesTotal;
    beganNanos = nanoTime.getAsLong();
    saidNanos = beganNanos;
  }

  @Override
  public void reached(long bytes, long rows) {
    long now = nanoTime.getAsLong();
    if (now - saidNanos < INTERVAL_NANOS) {
      return;
    }
    saidNanos = now;
    note(
        String.format(
            Locale.ROOT,
            "%s: %,d rows, %d %%, %,d rows/s",
            name,
            rows,
            bytesTotal > 0 ? Math.min(100, bytes * 100 / bytesTotal) : 0,
            rows * 1_000_000_000L / Math.max(1, now - beganNanos)));
  }

  @Override
  public void note(String sentence) {
    out.println(sentence);
    out.flush();
  }

  @Override
  public void ended() {}
}
