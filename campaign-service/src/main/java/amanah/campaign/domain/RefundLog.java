package amanah.campaign.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Every refund ever recorded, by its id and by its donation.
 *
 * <p>Each record carries what its donation had been refunded in all by then, and points back to the
 * refund before it. A second table finds the newest refund of a donation, so a donation that was
 * never refunded costs nothing, and no record ever changes.
 */
final class RefundLog {

  private static final int SLOTS_MIN = 8;

  private final IdTable refunds;

  /** The newest refund + 1 of a donation, or 0 for a free slot. */
  private PagedInts newest = PagedInts.NONE;

  private int refundedDonations;

  RefundLog() {
    this(new IdTable());
  }

  private RefundLog(IdTable refunds) {
    this.refunds = refunds;
  }

  static RefundLog restore(int size, List<Chunk> chunks) {
    RefundLog log = new RefundLog(IdTable.restore("refund", size, chunks));
    for (int refund = log.refunds.first();
        refund != IdTable.ABSENT;
        refund = log.refunds.next(refund)) {
      log.point(log.donation(refund), refund);
    }
    return log;
  }

  List<Chunk> image() {
    return refunds.image();
  }

  int size() {
    return refunds.size();
  }

  int find(String id) {
    return refunds.find(id);
  }

  void add(String id, int donation, long amountMinor, long sequence, long fingerprint) {
    int previous = newestOf(donation);
    long refunded = Math.addExact(refundedMinor(donation), amountMinor);
    int contentBytes =
        RecordContent.length(amountMinor, sequence, donation, refunded, previous + 1L);
    int refund = refunds.add(id, contentBytes);
    RecordContent.write(
        refunds, refund, fingerprint, amountMinor, sequence, donation, refunded, previous + 1L);
    point(donation, refund);
  }

  long fingerprint(int refund) {
    return RecordContent.fingerprint(refunds, refund);
  }

  long amountMinor(int refund) {
    return RecordContent.number(refunds, refund, 0);
  }

  long sequence(int refund) {
    return RecordContent.number(refunds, refund, 1);
  }

  int donation(int refund) {
    return (int) RecordContent.number(refunds, refund, 2);
  }

  long refundedMinor(int donation) {
    int refund = newestOf(donation);
    return refund == IdTable.ABSENT ? 0 : refundedAfterMinor(refund);
  }

  /** What all refunds of the donation had given back with this one. */
  long refundedAfterMinor(int refund) {
    return RecordContent.number(refunds, refund, 3);
  }

  /** The sequences at which the donation was refunded, ascending. */
  List<Long> sequences(int donation) {
    List<Long> sequences = new ArrayList<>();
    for (int refund = newestOf(donation); refund != IdTable.ABSENT; refund = previous(refund)) {
      sequences.add(sequence(refund));
    }
    Collections.reverse(sequences);
    return List.copyOf(sequences);
  }

  /** Whether the donation of every refund is as asked. */
  boolean all(IntPredicate donationCondition) {
    int refund = refunds.first();
    while (refund != IdTable.ABSENT && donationCondition.test(donation(refund))) {
      refund = refunds.next(refund);
    }
    return refund == IdTable.ABSENT;
  }

  long heapBytes() {
    return HeapBytes.object(12) + refunds.heapBytes() + newest.heapBytes();
  }

  private int previous(int refund) {
    return (int) RecordContent.number(refunds, refund, 4) - 1;
  }

  private int newestOf(int donation) {
    return refundedDonations == 0 ? IdTable.ABSENT : newest.get(slotOf(donation)) - 1;
  }

  private void point(int donation, int refund) {
    if (refundedDonations + 1 > newest.length() / 4 * 3) {
      grow();
    }
    int slot = slotOf(donation);
    refundedDonations += newest.get(slot) == 0 ? 1 : 0;
    newest.set(slot, refund + 1);
  }

  private void grow() {
    PagedInts old = newest;
    newest = new PagedInts(Math.max(SLOTS_MIN, old.length() * 2));
    for (int slot = 0; slot < old.length(); slot++) {
      int refund = old.get(slot) - 1;
      if (refund != IdTable.ABSENT) {
        newest.set(slotOf(donation(refund)), refund + 1);
      }
    }
  }

  /** Where the newest refund of the donation is, or would be. */
  private int slotOf(int donation) {
    int mask = newest.length() - 1;
    int slot = (int) Murmur.finish(donation) & mask;
    while (newest.get(slot) != 0 && donation(newest.get(slot) - 1) != donation) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
