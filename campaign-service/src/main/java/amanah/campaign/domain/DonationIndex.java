package amanah.campaign.domain;

import amanah.id.DonationId;
import amanah.id.RefundId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's memory of every donation and refund ever recorded, for the life of the campaign: a
 * repeat is recognized by its real id, never by a likeness of it.
 *
 * <h2>Use</h2>
 *
 * <p>An index has one owner, changes in place and is not safe to share. What others see is an
 * {@link #image()}: it shares the bytes that were written before, which never change again, and
 * copies none of them, so it costs next to nothing and may be serialized on another thread while
 * the index goes on.
 *
 * <h2>How</h2>
 *
 * <p>Donations, donors and refunds are records in three append-only arenas ({@link ByteArena}),
 * each under a hash table that names records by int ({@link IdTable}): no object for a donation, no
 * pointer, no boxed number. A donor is kept once; its donations name its record. A refund points to
 * its donation and to the refund before it ({@link RefundLog}), so nothing that was written is ever
 * written again.
 *
 * <p>With 1,000,000 donations, each from another donor and both named by UUIDs, a donation costs 74
 * bytes of heap, everything counted, and 88 just after the tables doubled; the bound is 96. A
 * refund costs some 60. Ids longer than a UUID's 36 characters may pass the bound, at one byte
 * each. An arena ends just under 2 GiB with an {@link IllegalStateException}; whoever decides asks
 * for room before, and refuses from {@link IndexLimits} on, which come first whatever the ids.
 *
 * <h2>The bytes of an image</h2>
 *
 * <p>Snapshots outlive this class, so this layout is only ever added to. A chunk is at most 64 KiB
 * and holds whole records, one after another. A record's number is {@code chunk << 16 | place}.
 *
 * <pre>
 * record    length of what follows (1 byte, unsigned), id, content
 * id        0 and the 16 bytes of a canonical lower-case UUID, or 1 to 64 and as many characters
 *
 * content of a donation   fingerprint (8 bytes, highest first), then as varints
 *                         amount, sequence, the donor's record + 1 or 0 for none
 * content of a donor      nothing
 * content of a refund     fingerprint of the reason (8 bytes, highest first), then as varints
 *                         amount, sequence, the donation's record,
 *                         refunded of that donation until and with this one,
 *                         the refund of that donation before this one + 1 or 0 for none
 *
 * varint    7 bits to a byte, lowest first; the top bit says that another byte follows
 * </pre>
 *
 * <p>Since a record says its length, a later version may append to its content; a reader takes what
 * it knows and skips the rest. Tables are not in the image: they are filled again from the records.
 *
 * <h2>Refused</h2>
 *
 * <ul>
 *   <li>A {@code HashMap} of records: 200 to 300 bytes for each donation, and millions of objects
 *       for the collector to walk.
 *   <li>A Bloom or cuckoo filter, or a hash in place of the id: small, but once in a while it takes
 *       somebody's new donation for a repeat.
 *   <li>A window of the last N ids: a retry after a long outage is counted twice.
 *   <li>Asking the database: a read before every write, in the way of the hot campaign.
 *   <li>A persistent (immutable) map as the state: three to five times the bytes and garbage on
 *       every batch; images give the same safety.
 *   <li>Off-heap memory: somebody must free it, and it is invisible to heap limits.
 *   <li>Growing the table step by step: a doubling at 1,000,000 takes some 100 ms, 20 times in a
 *       campaign's life; not worth a second table beside the first.
 *   <li>A fast hash without a secret, or with one that a known pattern of words gets round: whoever
 *       makes ids collide makes each later donation search longer. {@link amanah.id.KeyedHash} it
 *       is; it is not stored, so it can change at any time.
 * </ul>
 */
public final class DonationIndex {

  static final int ABSENT = IdTable.ABSENT;

  private final IndexLimits limits;
  private final IdTable donations;
  private final IdTable donors;
  private @Nullable RefundLog refunds;
  private long capturedMinor;

  private DonationIndex(
      IndexLimits limits, IdTable donations, IdTable donors, @Nullable RefundLog refunds) {
    this.limits = limits;
    this.donations = donations;
    this.donors = donors;
    this.refunds = refunds;
  }

  /** An index without donations. */
  public static DonationIndex empty() {
    return empty(IndexLimits.USUAL);
  }

  static DonationIndex empty(IndexLimits limits) {
    return new DonationIndex(limits, new IdTable(), new IdTable(), null);
  }

  /**
   * The index as it was when that image was taken.
   *
   * @throws IllegalStateException if the image contradicts itself
   */
  static DonationIndex restore(IndexImage image) {
    DonationIndex index =
        new DonationIndex(
            IndexLimits.USUAL,
            IdTable.restore("donation", image.donations(), image.donationChunks()),
            IdTable.restore("donor", image.donors(), image.donorChunks()),
            image.refunds() == 0 && image.refundChunks().isEmpty()
                ? null
                : RefundLog.restore(image.refunds(), image.refundChunks()));
    index.sumUp();
    return index;
  }

  /** What the index knows now, for a snapshot; it stays so while the index goes on. */
  IndexImage image() {
    return new IndexImage(
        donations.size(),
        donors.size(),
        refundCount(),
        donations.image(),
        donors.image(),
        refunds == null ? List.of() : refunds.image());
  }

  /** How many donations were recorded. */
  int size() {
    return donations.size();
  }

  /** How many refunds were recorded. */
  int refundCount() {
    return refunds == null ? 0 : refunds.size();
  }

  /** From how many records on no more are to be taken. */
  IndexLimits limits() {
    return limits;
  }

  /** How many distinct donor ids gave them. */
  int donorCount() {
    return donors.size();
  }

  /** The entry of that donation, which stays the same for ever, or {@link #ABSENT}. */
  int find(DonationId id) {
    return donations.find(id.value());
  }

  /**
   * Remembers a donation that was recorded.
   *
   * @throws IllegalStateException if its id is there already, or the index is full
   */
  void add(Donation donation, long sequence) {
    String id = donation.donationId().value();
    if (donations.find(id) != ABSENT) {
      throw new IllegalStateException("donation " + id + " is recorded already");
    }
    long amountMinor = donation.amount().minor();
    long donor = donorRecord(donation.donor()) + 1L;
    int entry = donations.add(id, RecordContent.length(amountMinor, sequence, donor));
    RecordContent.write(donations, entry, Fingerprint.of(donation), amountMinor, sequence, donor);
    captured(amountMinor);
  }

  /** What was given, in the campaign's minor units. */
  long amountMinor(int entry) {
    return RecordContent.number(donations, entry, 0);
  }

  /** The campaign's sequence number at which the donation was recorded. */
  long sequence(int entry) {
    return RecordContent.number(donations, entry, 1);
  }

  /** {@link #fingerprintOf(Donation)} of what was recorded. */
  long fingerprint(int entry) {
    return RecordContent.fingerprint(donations, entry);
  }

  /** What all refunds of the donation have given back, in the campaign's minor units. */
  long refundedMinor(int entry) {
    return refunds == null ? 0 : refunds.refundedMinor(entry);
  }

  /** 64 bits that stand for a donation as its caller sent it, its id apart; the same for ever. */
  static long fingerprintOf(Donation donation) {
    return Fingerprint.of(donation);
  }

  /** 64 bits that stand for the reason of a refund; the same for ever. */
  static long fingerprintOfReason(@Nullable String reason) {
    return Fingerprint.ofReason(reason);
  }

  /** The entry of that refund, which stays the same for ever, or {@link #ABSENT}. */
  int findRefund(RefundId id) {
    return refunds == null ? ABSENT : refunds.find(id.value());
  }

  /**
   * Remembers a refund that was recorded.
   *
   * @throws IllegalStateException if its id is there already, its donation is not, it gives back
   *     nothing or more than is left of the donation, or the index is full
   */
  void addRefund(
      RefundId id,
      DonationId donationId,
      long amountMinor,
      long sequence,
      @Nullable String reason) {
    int donation = find(donationId);
    if (donation == ABSENT) {
      throw new IllegalStateException("refund " + id + " of unknown donation " + donationId);
    }
    if (findRefund(id) != ABSENT) {
      throw new IllegalStateException("refund " + id + " is recorded already");
    }
    long left = amountMinor(donation) - refundedMinor(donation);
    if (amountMinor <= 0 || amountMinor > left) {
      throw new IllegalStateException(
          "refund "
              + id
              + " of "
              + amountMinor
              + " from donation "
              + donationId
              + ", of which "
              + left
              + " is left");
    }
    if (refunds == null) {
      refunds = new RefundLog();
    }
    refunds.add(id.value(), donation, amountMinor, sequence, fingerprintOfReason(reason));
  }

  /** What is remembered of a refund. */
  RefundEntry refund(int refundEntry) {
    if (refunds == null) {
      throw new IllegalStateException("refund entry " + refundEntry + " where there are none");
    }
    return new RefundEntry(
        DonationId.of(donations.id(refunds.donation(refundEntry))),
        refunds.amountMinor(refundEntry),
        refunds.refundedAfterMinor(refundEntry),
        refunds.sequence(refundEntry),
        refunds.fingerprint(refundEntry));
  }

  /** The sequence numbers at which the donation was refunded, ascending; where to read of it. */
  List<Long> refundSequences(DonationId donationId) {
    int donation = find(donationId);
    return donation == ABSENT || refunds == null ? List.of() : refunds.sequences(donation);
  }

  /** What all of this weighs on the heap. */
  long heapBytes() {
    return HeapBytes.object(24)
        + donations.heapBytes()
        + donors.heapBytes()
        + (refunds == null ? 0 : refunds.heapBytes());
  }

  /**
   * What all donations gave in sum, refunds not deducted, in the campaign's minor units; at most
   * what a long holds, where it stays.
   */
  long capturedMinor() {
    return capturedMinor;
  }

  private void captured(long amountMinor) {
    capturedMinor += Math.min(amountMinor, Long.MAX_VALUE - capturedMinor);
  }

  private void sumUp() {
    for (int entry = donations.first(); entry != ABSENT; entry = donations.next(entry)) {
      captured(amountMinor(entry));
      int donor = (int) RecordContent.number(donations, entry, 2) - 1;
      if (donor != ABSENT && !donors.reaches(donor)) {
        throw new IllegalStateException("donation " + donations.id(entry) + " of no known donor");
      }
    }
    if (refunds != null && !refunds.all(donations::reaches)) {
      throw new IllegalStateException("a refund of no known donation");
    }
  }

  private int donorRecord(@Nullable Donor donor) {
    if (donor == null || donor.donorId() == null) {
      return ABSENT;
    }
    String id = donor.donorId().value();
    int known = donors.find(id);
    return known == ABSENT ? donors.add(id, 0) : known;
  }
}
