package amanah.zakat.domain.assessment;

import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.money.Money;
import java.time.Instant;

/**
 * A gift that was given towards an assessment.
 *
 * @param returned how much of it was given back
 * @param at when the campaign recorded it
 * @param applied whether it counts; one of another currency is shown and does not
 */
public record AssessedPayment(
    CampaignId campaignId,
    DonationId donationId,
    Money amount,
    Money returned,
    Instant at,
    boolean applied) {}
