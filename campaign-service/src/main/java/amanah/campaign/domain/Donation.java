package amanah.campaign.domain;

import amanah.id.AssessmentId;
import amanah.id.DonationId;
import amanah.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A captured donation as its caller named it.
 *
 * @param donationId its name, unique within the campaign
 * @param amount what was given, more than nothing
 * @param donor who gave it, or null when nobody said
 * @param message the donor's words, at most 1,000 characters
 * @param designation what the money is for
 * @param assessmentId the zakat assessment it pays towards, only with designation zakat
 * @param paymentReference where the captured money can be found (bank reference, webhook id)
 * @param donatedAt when it was given, or null for the time it is recorded
 */
public record Donation(
    DonationId donationId,
    Money amount,
    @Nullable Donor donor,
    @Nullable String message,
    Designation designation,
    @Nullable AssessmentId assessmentId,
    String paymentReference,
    @Nullable Instant donatedAt) {

  /** Whether its donor asked that nobody be told who gave it. */
  public boolean isAnonymous() {
    return donor != null && donor.anonymous();
  }
}
