package amanah.campaign.domain;

import amanah.id.AssessmentId;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of a donation's origin; the one rule of it, for every answer, event and
 * page. Of an anonymous donor, whatever names him or leads to him is missing: id, name, the
 * assessment, and where the money came from.
 *
 * @param donor who gave it, or null when nobody said
 * @param assessmentId the assessment that it pays towards
 * @param paymentReference where the captured money can be found
 */
public record PublicDonation(
    @Nullable Donor donor, @Nullable AssessmentId assessmentId, @Nullable String paymentReference) {

  private static final PublicDonation ANONYMOUS =
      new PublicDonation(new Donor(null, null, true), null, null);

  /** That of this donation. */
  public static PublicDonation of(Donation donation) {
    return donation.isAnonymous()
        ? ANONYMOUS
        : new PublicDonation(
            donation.donor(), donation.assessmentId(), donation.paymentReference());
  }

  /**
   * Why a refund of this donation was given back, as far as everybody may know: the words are the
   * charity's own, and may name whom they are about.
   */
  public static @Nullable String reason(Donation donation, @Nullable String reason) {
    return donation.isAnonymous() ? null : reason;
  }
}
