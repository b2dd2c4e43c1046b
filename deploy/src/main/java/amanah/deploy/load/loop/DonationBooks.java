package amanah.deploy.load.loop;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The load's own account of what was acknowledged to it, campaign by campaign, to be held against
 * the node's. A call that ended without a definite answer may be recorded or not, and widens what
 * is right by itself.
 */
public final class DonationBooks {

  private static final int SEQUENCE_SHIFT = 20;
  private static final long COUNT_MASK = (1L << SEQUENCE_SHIFT) - 1;

  private final AtomicLongArray acknowledged;
  private final AtomicLongArray acknowledgedMinor;
  private final AtomicLongArray unknown;
  private final AtomicLongArray unknownMinor;
  private final AtomicLongArray batches;
  private final AtomicLongArray batchMaxima;

  /** Empty books for so many campaigns. */
  public DonationBooks(int campaigns) {
    acknowledged = new AtomicLongArray(campaigns);
    acknowledgedMinor = new AtomicLongArray(campaigns);
    unknown = new AtomicLongArray(campaigns);
    unknownMinor = new AtomicLongArray(campaigns);
    batches = new AtomicLongArray(campaigns);
    batchMaxima = new AtomicLongArray(campaigns);
  }

  /** A donation was acknowledged. */
  public void acknowledge(int campaign, long amountMinor) {
    acknowledged.incrementAndGet(campaign);
    acknowledgedMinor.addAndGet(campaign, amountMinor);
  }

  /** Nobody knows whether a donation was recorded. */
  public void wonder(int campaign, long amountMinor) {
    unknown.incrementAndGet(campaign);
    unknownMinor.addAndGet(campaign, amountMinor);
  }

  /**
   * A donation was acknowledged as part of the event of this sequence number. Donations of one
   * number are one batch; answers that overtake those of the batch before leave it looking smaller.
   */
  public void batched(int campaign, long sequence) {
    long before = batches.get(campaign);
    long after;
    do {
      before = batches.get(campaign);
      long open = before >>> SEQUENCE_SHIFT;
      if (sequence < open) {
        return;
      }
      after = sequence == open ? before + 1 : (sequence << SEQUENCE_SHIFT) + 1;
    } while (!batches.compareAndSet(campaign, before, after));
    batchMaxima.accumulateAndGet(campaign, after & COUNT_MASK, Math::max);
  }

  /** Donations that were acknowledged, of all campaigns. */
  public long acknowledged() {
    return sum(acknowledged);
  }

  /** The largest batch that showed in the answers, 0 when they do not show it. */
  public long batchMax() {
    long max = 0;
    for (int campaign = 0; campaign < batchMaxima.length(); campaign++) {
      max = Math.max(max, batchMaxima.get(campaign));
    }
    return max;
  }

  /** What is wrong with what the node says about a campaign, if anything is. */
  public Optional<String> disagreement(
      int campaign, String id, long donationCount, long raisedMinor) {
    long count = acknowledged.get(campaign);
    long minor = acknowledgedMinor.get(campaign);
    boolean agrees =
        within(donationCount, count, unknown.get(campaign))
            && within(raisedMinor, minor, unknownMinor.get(campaign));
    return agrees
        ? Optional.empty()
        : Optional.of(
            "campaign %s has %d donations and %d minor units; acknowledged were %d and %d, unknown %d"
                .formatted(id, donationCount, raisedMinor, count, minor, unknown.get(campaign)));
  }

  private static boolean within(long value, long least, long more) {
    return value >= least && value <= least + more;
  }

  private static long sum(AtomicLongArray numbers) {
    long sum = 0;
    for (int index = 0; index < numbers.length(); index++) {
      sum += numbers.get(index);
    }
    return sum;
  }
}
