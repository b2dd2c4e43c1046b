package amanah.campaign.application;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationLocation;
import amanah.campaign.journal.CampaignHistory;
import amanah.campaign.ledger.CampaignLedger;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Reads one donation with its refunds from the few events of the journal that tell of it. */
final class DonationReading {

  private final CampaignHistory history;

  DonationReading(CampaignHistory history) {
    this.history = history;
  }

  CompletionStage<RecordedDonation> read(
      CampaignId campaignId, DonationId donationId, DonationLocation location) {
    List<Long> sequences = new ArrayList<>(location.refundSequences());
    sequences.addFirst(location.sequence());
    return history
        .events(CampaignLedger.persistenceId(campaignId).id(), sequences)
        .thenApply(entries -> told(donationId, location.refunded(), entries));
  }

  private static RecordedDonation told(
      DonationId donationId, Money refunded, List<CampaignHistory.Entry> entries) {
    CampaignHistory.Entry first = entries.getFirst();
    if (!(first.event() instanceof CampaignEvent.DonationsRecorded recorded)) {
      throw new IllegalStateException(
          "event " + first.sequence() + " should have recorded " + donationId + ": " + first);
    }
    Donation donation =
        recorded.donations().stream()
            .filter(candidate -> candidate.donationId().equals(donationId))
            .findFirst()
            .orElseThrow();
    return new RecordedDonation(
        donation, recorded.at(), first.sequence(), refunded, refunds(donationId, entries));
  }

  private static List<RecordedDonation.Refund> refunds(
      DonationId donationId, List<CampaignHistory.Entry> entries) {
    List<RecordedDonation.Refund> refunds = new ArrayList<>();
    for (CampaignHistory.Entry entry : entries) {
      if (entry.event() instanceof CampaignEvent.DonationRefunded refunded
          && refunded.donationId().equals(donationId)) {
        refunds.add(new RecordedDonation.Refund(refunded, entry.sequence()));
      }
    }
    return refunds;
  }
}
