package amanah.campaign.ingress.request;

import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Refusal;
import amanah.http.ProblemCode;
import amanah.http.Shown;
import org.jspecify.annotations.Nullable;

/** What became of one of many donations, as callers are told. */
public sealed interface BatchResult {

  /** It is in the journal. */
  record Recorded(DonationOutcome.Recorded donation) implements BatchResult {}

  /**
   * It is not, or, for {@link ProblemCode#TIMEOUT}, nobody knows.
   *
   * @param donationId what it calls itself, or null when that cannot be told
   */
  record Refused(@Nullable String donationId, ProblemCode code, String detail)
      implements BatchResult {

    /** Its detail on one line. */
    public Refused {
      detail = Shown.line(detail);
    }
  }

  /** What the campaign said. */
  static BatchResult of(DonationOutcome outcome) {
    return switch (outcome) {
      case DonationOutcome.Recorded yes -> new Recorded(yes);
      case DonationOutcome.Refused no ->
          refused(no.donationId().value(), no.refusal(), no.detail());
    };
  }

  /** What the campaign refused. */
  static BatchResult refused(@Nullable String donationId, Refusal refusal, String detail) {
    return new Refused(donationId, RefusalCodes.of(refusal), detail);
  }
}
