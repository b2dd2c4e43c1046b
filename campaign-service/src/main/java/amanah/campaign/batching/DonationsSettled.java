package amanah.campaign.batching;

import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Refusal;
import amanah.cluster.Asking;
import amanah.protocol.EarlierTries;
import amanah.protocol.WireMessage;
import java.util.List;
import java.util.Optional;

/**
 * What became of donations.
 *
 * @param outcomes one for each, in their order
 * @param campaign the campaign after the last of them was written, or empty when none was
 */
public record DonationsSettled(List<DonationOutcome> outcomes, Optional<CampaignSummary> campaign)
    implements WireMessage {

  /**
   * What is certain of it when it answers a repeat, while what was asked first may be under way: a
   * no that an earlier question could belie is not.
   */
  public DonationsSettled certainWhileUnderWay() {
    return new DonationsSettled(
        outcomes.stream().map(DonationsSettled::certainWhileUnderWay).toList(), campaign);
  }

  private static DonationOutcome certainWhileUnderWay(DonationOutcome outcome) {
    return outcome instanceof DonationOutcome.Refused no && EarlierTries.canBelie(no.refusal())
        ? new DonationOutcome.Refused(
            no.donationId(), Refusal.TIMEOUT, Asking.DOUBTED + ": " + no.detail())
        : outcome;
  }

  /** All of them were refused for one reason. */
  public static DonationsSettled refused(List<Donation> donations, Refusal refusal, String detail) {
    return new DonationsSettled(
        donations.stream()
            .<DonationOutcome>map(
                donation -> new DonationOutcome.Refused(donation.donationId(), refusal, detail))
            .toList(),
        Optional.empty());
  }
}
