package amanah.deploy.load.report;

import amanah.deploy.load.loop.LoadWindow;
import amanah.deploy.load.loop.Outcome;
import amanah.deploy.load.loop.Readings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * Counts and times what a load comes to, as a whole and second by second.
 *
 * <p>As a whole, by the moment for which each donation was meant: those that were due within the
 * window count, whenever their answers came, or the slowest would be missing. Second by second, by
 * the moment of the answer, warm-up included.
 */
public final class LoadMeter implements Readings {

  private static final long LATENCY_MAX_NANOS = Duration.ofMinutes(2).toNanos();
  private static final int DIGITS = 3;
  private static final int SECOND_DIGITS = 2;
  private static final double MILLI_NANOS = 1e6;
  private static final double SECOND_NANOS = 1e9;
  private static final double MEDIAN = 50;
  private static final double TAIL = 99;

  /** Where the curve is asked: more closely the nearer to the end. */
  private static final double[] PERCENTS = {
    0, 10, 20, 30, 40, 50, 60, 70, 80, 85, 90, 92.5, 95, 97.5, 99, 99.5, 99.9, 99.95, 99.99, 99.999,
    100
  };

  private final LoadWindow window;
  private final Recorder whole = new Recorder(LATENCY_MAX_NANOS, DIGITS);
  private final Recorder recent = new Recorder(LATENCY_MAX_NANOS, SECOND_DIGITS);
  private final LongAdder begun = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private final LongAdder reached = new LongAdder();
  private final Map<Outcome, LongAdder> counts = new ConcurrentHashMap<>();
  private final List<LoadSecond> seconds = new ArrayList<>();
  private long rolledNanos;

  /** Counts what is due within {@code window}. */
  public LoadMeter(LoadWindow window) {
    this.window = window;
    this.rolledNanos = window.startsNanos();
  }

  @Override
  public LoadWindow window() {
    return window;
  }

  @Override
  public void began() {
    begun.increment();
  }

  @Override
  public void ended(long dueNanos, long endedNanos, Outcome outcome) {
    boolean inside = window.counts(dueNanos);
    if (outcome.acknowledged()) {
      long latencyNanos = Math.clamp(endedNanos - dueNanos, 0, LATENCY_MAX_NANOS);
      recent.recordValue(latencyNanos);
      if (inside) {
        whole.recordValue(latencyNanos);
      }
    }
    if (outcome.done() && window.counts(endedNanos)) {
      reached.increment();
    }
    if (outcome.kind() != Outcome.Kind.SHED) {
      ended.increment();
    }
    if (inside) {
      counts.computeIfAbsent(outcome, first -> new LongAdder()).increment();
    }
  }

  /** Ends a second and begins the next. */
  public synchronized LoadSecond roll(long now) {
    Histogram histogram = recent.getIntervalHistogram();
    double passed = Math.max(1, now - rolledNanos) / SECOND_NANOS;
    rolledNanos = now;
    LoadSecond second =
        new LoadSecond(
            (now - window.startsNanos()) / SECOND_NANOS,
            histogram.getTotalCount() / passed,
            millis(histogram, MEDIAN),
            millis(histogram, TAIL),
            Math.max(0, begun.sum() - ended.sum()));
    seconds.add(second);
    return second;
  }

  /** Those that have ended. */
  public synchronized List<LoadSecond> seconds() {
    return List.copyOf(seconds);
  }

  /** How many donations of a kind were due within the window and have ended so far. */
  public long count(Outcome.Kind kind) {
    return LoadTotals.sum(reasons(kind));
  }

  /** All of it; asked once, when every donation has its answer. */
  public LoadTotals totals() {
    Histogram histogram = whole.getIntervalHistogram();
    return new LoadTotals(
        window.seconds(),
        counts.values().stream().mapToLong(LongAdder::sum).sum(),
        count(Outcome.Kind.DONE),
        count(Outcome.Kind.REPLAYED),
        reasons(Outcome.Kind.REFUSED),
        reasons(Outcome.Kind.FAILED),
        count(Outcome.Kind.SHED),
        reached.sum() / window.seconds(),
        DoubleStream.of(PERCENTS)
            .mapToObj(percent -> new CurvePoint(percent, millis(histogram, percent)))
            .toList());
  }

  private Map<String, Long> reasons(Outcome.Kind kind) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().kind() == kind)
        .collect(
            Collectors.toMap(entry -> entry.getKey().reason(), entry -> entry.getValue().sum()));
  }

  private static double millis(Histogram histogram, double percent) {
    return histogram.getValueAtPercentile(percent) / MILLI_NANOS;
  }
}
