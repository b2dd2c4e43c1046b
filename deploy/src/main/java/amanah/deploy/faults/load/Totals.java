package amanah.deploy.faults.load;

import java.util.concurrent.atomic.LongAdder;

/** What a whole run comes to. */
public final class Totals {

  private final LongAdder acknowledged = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder ambiguous = new LongAdder();
  private final LongAdder resolved = new LongAdder();
  private final LongAdder replays = new LongAdder();
  private final LongAdder mismatches = new LongAdder();
  private final LongAdder refunds = new LongAdder();
  private final LongAdder reads = new LongAdder();
  private final LongAdder changes = new LongAdder();
  private final LongAdder skipped = new LongAdder();
  private final LongAdder asked = new LongAdder();

  /** Donations acknowledged. */
  public long acknowledged() {
    return acknowledged.sum();
  }

  /** Donations refused for good. */
  public long refused() {
    return refused.sum();
  }

  /** Donations without a definite answer in all of their caller's time. */
  public long failed() {
    return failed.sum();
  }

  /** Tries that left open whether something was done. */
  public long ambiguous() {
    return ambiguous.sum();
  }

  /** Donations that such a try had recorded, as a later try said. */
  public long resolved() {
    return resolved.sum();
  }

  /** Acknowledged donations that were sent again and got their first answer. */
  public long replays() {
    return replays.sum();
  }

  /** Acknowledged donations that were sent again with other content and were refused. */
  public long mismatches() {
    return mismatches.sum();
  }

  /** Refunds acknowledged. */
  public long refunds() {
    return refunds.sum();
  }

  /** Reads that contained what had been acknowledged. */
  public long reads() {
    return reads.sum();
  }

  /** Changes of status acknowledged. */
  public long changes() {
    return changes.sum();
  }

  /** Donations that were not sent, since too many were under way. */
  public long skipped() {
    return skipped.sum();
  }

  /** Definite answers to single questions through a node of their own. */
  public long questions() {
    return asked.sum();
  }

  void asked() {
    asked.increment();
  }

  void settled(Settled settled) {
    switch (settled.answer()) {
      case Answer.Yes yes -> acknowledged.increment();
      case Answer.No no -> refused.increment();
      case Answer.Ambiguous unknown -> failed.increment();
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

  void replayed() {
    replays.increment();
  }

  void mismatched() {
    mismatches.increment();
  }

  void refunded() {
    refunds.increment();
  }

  void read() {
    reads.increment();
  }

  void changed() {
    changes.increment();
  }

  void skip() {
    skipped.increment();
  }
}
