package amanah.campaign.domain;

import amanah.id.DonationId;

/**
 * A refund as the index remembers it.
 *
 * @param donationId the donation whose money was given back
 * @param amountMinor what this refund gave back, in the campaign's minor units
 * @param refundedAfterMinor what all refunds of the donation had given back with this one
 * @param sequence the campaign's sequence number at which it was recorded
 * @param fingerprint {@link DonationIndex#fingerprintOfReason(String)} of its reason
 */
record RefundEntry(
    DonationId donationId,
    long amountMinor,
    long refundedAfterMinor,
    long sequence,
    long fingerprint) {}
