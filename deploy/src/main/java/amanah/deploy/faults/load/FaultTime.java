package amanah.deploy.faults.load;

import amanah.deploy.faults.kind.Waits;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntPredicate;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What callers lived through from the beginning of one fault until all was well again. A donation
 * counts that began or ended in that time.
 */
public final class FaultTime {

  private static final long LONGEST_MICROS = Duration.ofMinutes(2).toNanos() / 1000;

  private final int ordinal;
  private final AtomicReferenceArray<@Nullable Settled> slowest;
  private final IntPredicate struckCampaign;
  private final Histogram calm;
  private final ConcurrentHistogram others = new ConcurrentHistogram(LONGEST_MICROS, 2);
  private final AtomicLong longestCalculationNanos = new AtomicLong();
  private final LongAdder calculations = new LongAdder();
  private final LongAdder acknowledged = new LongAdder();
  private final LongAdder ambiguous = new LongAdder();
  private final LongAdder resolved = new LongAdder();
  private final LongAdder failed = new LongAdder();

  /**
   * The time of a fault.
   *
   * @param campaigns how many there are
   * @param struckCampaign whether the fault strikes the campaign of an index
   * @param calm the times of donations in the calm before, in microseconds
   */
  FaultTime(int ordinal, int campaigns, IntPredicate struckCampaign, Histogram calm) {
    this.ordinal = ordinal;
    this.slowest = new AtomicReferenceArray<>(campaigns);
    this.struckCampaign = struckCampaign;
    this.calm = calm;
  }

  /** Which fault of the run, from 0. */
  public int ordinal() {
    return ordinal;
  }

  /** The longest time that a donation to that campaign took until a definite answer. */
  public long longestNanos(int campaign) {
    return slowest(campaign).map(Settled::tookNanos).orElse(0L);
  }

  /** The donation to that campaign that took the longest. */
  public Optional<Settled> slowest(int campaign) {
    return Optional.ofNullable(slowest.get(campaign));
  }

  /** Donations acknowledged. */
  public long acknowledged() {
    return acknowledged.sum();
  }

  /** Tries that left open whether the donation was recorded. */
  public long ambiguous() {
    return ambiguous.sum();
  }

  /** Donations of which such a try had recorded them, as a later one said. */
  public long resolved() {
    return resolved.sum();
  }

  /** Donations without a definite answer in all of their caller's time. */
  public long failed() {
    return failed.sum();
  }

  /** The times of donations in the calm before. */
  public Waits calm() {
    return new Waits(calm.copy());
  }

  /** The same of donations to campaigns that were not struck, since. */
  public Waits others() {
    return new Waits(others.copy());
  }

  /** The longest time in which a calculation had no answer; nothing when none was asked for. */
  public Optional<Duration> longestCalculation() {
    return calculations.sum() == 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(longestCalculationNanos.get()));
  }

  void calculated(Settled settled) {
    calculations.increment();
    longestCalculationNanos.accumulateAndGet(settled.tookNanos(), Math::max);
  }

  void settled(int campaign, Settled settled) {
    if (!struckCampaign.test(campaign)) {
      long micros = settled.tookNanos() / 1000;
      others.recordValue(Math.clamp(micros, 1, LONGEST_MICROS));
    }
    slowest.accumulateAndGet(
        campaign,
        settled,
        (before, now) -> before == null || before.tookNanos() < now.tookNanos() ? now : before);
    switch (settled.answer()) {
      case Answer.Yes yes -> acknowledged.increment();
      case Answer.Ambiguous unknown -> failed.increment();
      case Answer.No no -> {}
      case Answer.Unclassified defect -> {}
    }
    if (settled.resolved()) {
      resolved.increment();
    }
  }

  void tried(boolean perhapsDone) {
    if (perhapsDone) {
      ambiguous.increment();
    }
  }
}
