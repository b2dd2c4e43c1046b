package amanah.deploy.faults.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Counts, second by second, and for each fault. */
public final class Meter {

  private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

  /** Until then nodes that have only just started are slow, which is no measure of a calm. */
  private static final long COLD_NANOS = Duration.ofSeconds(15).toNanos();

  private static final long LONGEST_MICROS = Duration.ofMinutes(2).toNanos() / 1000;
  private static final double MICROS = 1000.0;
  private static final double MEDIAN = 50;
  private static final double TAIL = 99;

  private final int campaigns;
  private final LongSupplier nanoTime;
  private final long beganNanos;
  private final AtomicLongArray freshNanos;
  private final List<Second> seconds = new ArrayList<>();
  private final Histogram second = new Histogram(LONGEST_MICROS, 2);
  private final Histogram calm = new Histogram(LONGEST_MICROS, 2);
  private final Histogram total = new Histogram(LONGEST_MICROS, 2);
  private final Totals totals = new Totals();
  private long current;
  private long acknowledgedNow;
  private long ambiguousNow;
  private @Nullable FaultTime fault;
  private int faults;

  /** Starts with the first second. */
  public Meter(int campaigns, LongSupplier nanoTime) {
    this.campaigns = campaigns;
    this.nanoTime = nanoTime;
    this.beganNanos = nanoTime.getAsLong();
    this.freshNanos = new AtomicLongArray(campaigns);
  }

  /** When it began. */
  public long beganNanos() {
    return beganNanos;
  }

  /**
   * A fault begins; what is settled belongs to it as well until {@link #healed}.
   *
   * @param struckCampaign whether it strikes the campaign of an index
   */
  public synchronized FaultTime struck(IntPredicate struckCampaign) {
    fault = new FaultTime(faults++, campaigns, struckCampaign, calm.copy());
    calm.reset();
    return fault;
  }

  /** Somebody had zakat calculated. */
  synchronized void calculated(Settled settled) {
    if (fault != null) {
      fault.calculated(settled);
    }
  }

  /** All is well again. */
  public synchronized void healed() {
    fault = null;
  }

  /** The fault of this moment, or null. */
  synchronized @Nullable FaultTime fault() {
    return fault;
  }

  /** The ordinal of the fault of this moment, in a calm of the last one; -1 before the first. */
  synchronized int faultOrdinal() {
    return faults - 1;
  }

  /** How many whole seconds have passed. */
  long second() {
    return (nanoTime.getAsLong() - beganNanos) / SECOND_NANOS;
  }

  /** What the whole run comes to so far. */
  public Totals totals() {
    return totals;
  }

  /** When the newest donation began that the campaign has settled, 0 for none. */
  public long freshNanos(int campaign) {
    return freshNanos.get(campaign);
  }

  /** The seconds that are over. */
  public synchronized List<Second> seconds() {
    roll(nanoTime.getAsLong());
    return List.copyOf(seconds);
  }

  /** A percentile of all donations' times until a definite answer. */
  public synchronized double percentileMillis(double percentile) {
    return total.getValueAtPercentile(percentile) / MICROS;
  }

  synchronized void tried(Answer answer) {
    if (answer instanceof Answer.Ambiguous unknown) {
      boolean perhapsDone = unknown.perhapsDone();
      totals.tried(perhapsDone);
      roll(nanoTime.getAsLong());
      ambiguousNow += perhapsDone ? 1 : 0;
      if (fault != null) {
        fault.tried(perhapsDone);
      }
    }
  }

  /** A donation is settled that began in the time of {@code before}, if that is not null. */
  synchronized int settled(int campaign, Settled settled, @Nullable FaultTime before) {
    roll(settled.endedNanos());
    long micros = (settled.endedNanos() - settled.beganNanos()) / 1000;
    second.recordValue(Math.min(Math.max(1, micros), LONGEST_MICROS));
    total.recordValue(Math.min(Math.max(1, micros), LONGEST_MICROS));
    totals.settled(settled);
    if (settled.answer() instanceof Answer.Yes) {
      acknowledgedNow++;
      freshNanos.accumulateAndGet(campaign, settled.beganNanos(), Math::max);
    } else if (settled.answer() instanceof Answer.No) {
      freshNanos.accumulateAndGet(campaign, settled.beganNanos(), Math::max);
    }
    FaultTime counted = before != null ? before : fault;
    if (counted != null) {
      counted.settled(campaign, settled);
      return counted.ordinal();
    }
    if (settled.beganNanos() - beganNanos >= COLD_NANOS) {
      calm.recordValue(Math.min(Math.max(1, micros), LONGEST_MICROS));
    }
    return -1;
  }

  private void roll(long now) {
    long number = (now - beganNanos) / SECOND_NANOS;
    while (current < number) {
      seconds.add(
          new Second(
              current,
              acknowledgedNow,
              ambiguousNow,
              second.getValueAtPercentile(MEDIAN) / MICROS,
              second.getValueAtPercentile(TAIL) / MICROS));
      second.reset();
      acknowledgedNow = 0;
      ambiguousNow = 0;
      current++;
    }
  }
}
