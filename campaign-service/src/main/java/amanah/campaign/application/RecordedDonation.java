package amanah.campaign.application;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.Donation;
import amanah.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * One donation with all that has happened to it, read from the journal.
 *
 * @param recordedAt when it was journaled
 * @param sequence the campaign's sequence number at which it was recorded
 * @param refunded what its refunds have given back in sum
 * @param refunds its refunds, oldest first
 */
public record RecordedDonation(
    Donation donation, Instant recordedAt, long sequence, Money refunded, List<Refund> refunds) {

  /** A refund and the campaign's sequence number at which it was recorded. */
  public record Refund(CampaignEvent.DonationRefunded refund, long sequence) {}
}
