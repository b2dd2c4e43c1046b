package amanah.deploy.faults.kind;

import java.util.Locale;
import org.HdrHistogram.AbstractHistogram;

/**
 * How long donations took until a definite answer.
 *
 * @param micros of each, in microseconds
 */
public record Waits(AbstractHistogram micros) {

  private static final double TAIL = 99;
  private static final double MICROS = 1000.0;

  /** The 99th percentile in milliseconds. */
  public double tailMillis() {
    return micros.getValueAtPercentile(TAIL) / MICROS;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%d donations, p99 %.0f ms", micros.getTotalCount(), tailMillis());
  }
}
