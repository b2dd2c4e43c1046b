package amanah.zakat.domain.assessment;

import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * Money that a campaign recorded for an assessment, and in which order they come to be known does
 * not matter.
 */
public sealed interface Movement {

  /** The campaign that recorded it. */
  CampaignId campaignId();

  /** The donation that was given as zakat. */
  DonationId donationId();

  /** The refund; empty when it is the donation itself. */
  Optional<RefundId> refund();

  /** How much moved; a positive amount either way. */
  Money amount();

  /** When the campaign recorded it. */
  Instant at();

  /**
   * A donation given towards the assessment; known by its campaign and its own id.
   *
   * @param named whether everybody may know whose it is; one of a donor who stays anonymous is
   *     summed up with the others and never shown beside the donor of the assessment
   */
  record Payment(
      CampaignId campaignId, DonationId donationId, Money amount, Instant at, boolean named)
      implements Movement {

    @Override
    public Optional<RefundId> refund() {
      return Optional.empty();
    }
  }

  /** A part of such a donation, or all of it, given back; named by its refund's id besides. */
  record Return(
      CampaignId campaignId, DonationId donationId, RefundId refundId, Money amount, Instant at)
      implements Movement {

    @Override
    public Optional<RefundId> refund() {
      return Optional.of(refundId);
    }
  }
}
