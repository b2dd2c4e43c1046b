package amanah.zakat.domain.assessment;

import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * A gift that was given towards an assessment by somebody whom everybody may know.
 *
 * @param amount what was given
 * @param at when the campaign recorded it
 * @param returned how much of it was given back, all told
 * @param refunds the newest of them, the newest last
 * @param applied whether it counts; one of another currency is shown and does not
 */
public record AssessedPayment(
    CampaignId campaignId,
    DonationId donationId,
    Money amount,
    Instant at,
    Money returned,
    List<AssessedRefund> refunds,
    boolean applied) {

  /** Keeps its own list. */
  public AssessedPayment {
    refunds = List.copyOf(refunds);
  }
}
