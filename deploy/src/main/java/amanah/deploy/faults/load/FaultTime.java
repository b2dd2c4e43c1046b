package amanah.deploy.faults.load;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * What callers lived through from the beginning of one fault until all was well again. A donation
 * counts that began or ended in that time.
 */
public final class FaultTime {

  private final int ordinal;
  private final AtomicLongArray longestNanos;
  private final LongAdder acknowledged = new LongAdder();
  private final LongAdder ambiguous = new LongAdder();
  private final LongAdder resolved = new LongAdder();
  private final LongAdder failed = new LongAdder();

  /** The time of the fault of that ordinal, with so many campaigns. */
  public FaultTime(int ordinal, int campaigns) {
    this.ordinal = ordinal;
    this.longestNanos = new AtomicLongArray(campaigns);
  }

  /** Which fault of the run, from 0. */
  public int ordinal() {
    return ordinal;
  }

  /** The longest time that a donation to that campaign took until a definite answer. */
  public long longestNanos(int campaign) {
    return longestNanos.get(campaign);
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

  void settled(int campaign, Settled settled) {
    longestNanos.accumulateAndGet(campaign, settled.endedNanos() - settled.beganNanos(), Math::max);
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
