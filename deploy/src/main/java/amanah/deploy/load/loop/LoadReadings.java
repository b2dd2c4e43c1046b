package amanah.deploy.load.loop;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Takes the time of every call that ends within a window. */
public final class LoadReadings implements Readings {

  private static final long LATENCY_MAX_NANOS = Duration.ofMinutes(2).toNanos();
  private static final int DIGITS = 3;
  private static final double NANOS_PER_MILLI = 1e6;

  private final LoadWindow window;
  private final Recorder latencies = new Recorder(LATENCY_MAX_NANOS, DIGITS);
  private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();

  /** Counts what ends within {@code window}. */
  public LoadReadings(LoadWindow window) {
    this.window = window;
  }

  @Override
  public LoadWindow window() {
    return window;
  }

  @Override
  public void began() {}

  @Override
  public void ended(long dueNanos, long endedNanos, Outcome outcome) {
    if (!outcome.done()) {
      refused.computeIfAbsent(outcome.reason(), reason -> new LongAdder()).increment();
    } else if (window.counts(endedNanos)) {
      latencies.recordValue(Math.clamp(endedNanos - dueNanos, 0, LATENCY_MAX_NANOS));
    }
  }

  /** All of it; asked once, when every call has ended. */
  public LoadFigures figures() {
    Histogram histogram = latencies.getIntervalHistogram();
    long operations = histogram.getTotalCount();
    return new LoadFigures(
        operations,
        operations / window.seconds(),
        operations == 0 ? null : histogram.getMean() / NANOS_PER_MILLI,
        operations == 0
            ? null
            : new Percentiles(
                millis(histogram, 50), millis(histogram, 99), millis(histogram, 99.9)),
        refused.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().sum())));
  }

  private static double millis(Histogram histogram, double percent) {
    return histogram.getValueAtPercentile(percent) / NANOS_PER_MILLI;
  }
}
