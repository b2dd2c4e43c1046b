package amanah.campaign.domain;

import java.util.List;

/**
 * A {@link DonationIndex} at one moment, for a snapshot: its records as bytes, in the layout that
 * {@link DonationIndex} describes. It stays as it is while the index goes on, and any thread may
 * read it. Its tables are not in it; {@link DonationIndex#restore} computes them again.
 *
 * @param donations how many donation records there are
 * @param donors how many donor records there are
 * @param refunds how many refund records there are
 * @param donationChunks the donation records, oldest first
 * @param donorChunks the donor records, in the order of their first donation
 * @param refundChunks the refund records, oldest first
 */
public record IndexImage(
    int donations,
    int donors,
    int refunds,
    List<Chunk> donationChunks,
    List<Chunk> donorChunks,
    List<Chunk> refundChunks) {

  /** Keeps its own lists. */
  public IndexImage {
    donationChunks = List.copyOf(donationChunks);
    donorChunks = List.copyOf(donorChunks);
    refundChunks = List.copyOf(refundChunks);
  }
}
