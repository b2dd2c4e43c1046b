package amanah.protocol.zakat;

import amanah.id.AssessmentId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A gift, or a refund of one, that was given towards an assessment.
 *
 * @param donationId of the gift, within its campaign
 * @param refundId of the refund; empty for the gift itself
 * @param amount what was given, or given back; more than nothing
 * @param at when the campaign recorded it
 * @param named whether everybody may know whose gift it is; where nobody says, nobody may
 */
public record AssessedZakat(
    AssessmentId assessmentId,
    DonationId donationId,
    Optional<RefundId> refundId,
    Money amount,
    Instant at,
    boolean named) {

  /** Refuses an amount of nothing. */
  public AssessedZakat {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException(
          "amount " + amount + " of donation " + donationId + ", expected more than 0");
    }
  }
}
