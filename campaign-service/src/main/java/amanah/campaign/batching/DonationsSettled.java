package amanah.campaign.batching;

import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Refusal;
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

  /** Whether the campaign had no time for any of them. */
  public boolean anyForLater() {
    return outcomes.stream()
        .anyMatch(
            outcome ->
                outcome instanceof DonationOutcome.Refused refused && refused.refusal().forLater());
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
