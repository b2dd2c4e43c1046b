package amanah.zakat.domain.assessment;

import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import java.util.Optional;

/** Names a movement among all of an assessment: a donation's id is unique in its campaign alone. */
record MovementKey(DonationKey donation, Optional<RefundId> refundId) {

  static MovementKey of(Movement movement) {
    return new MovementKey(DonationKey.of(movement), movement.refund());
  }

  @Override
  public String toString() {
    return donation + refundId.map(refund -> "/" + refund).orElse("");
  }

  /** The donation that a movement is, or is a refund of. */
  record DonationKey(CampaignId campaignId, DonationId donationId) {

    static DonationKey of(Movement movement) {
      return new DonationKey(movement.campaignId(), movement.donationId());
    }

    @Override
    public String toString() {
      return campaignId + "/" + donationId;
    }
  }
}
