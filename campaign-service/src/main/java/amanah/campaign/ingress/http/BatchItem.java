package amanah.campaign.ingress.http;

import amanah.campaign.domain.Donation;
import amanah.http.ProblemCode;
import org.jspecify.annotations.Nullable;

/** One item of a batch as it was read. */
sealed interface BatchItem {

  /** It is a donation. */
  record Valid(Donation donation) implements BatchItem {}

  /**
   * It is none, and is refused alone.
   *
   * @param donationId what it calls itself, or null when that cannot be told
   */
  record Invalid(@Nullable String donationId, ProblemCode code, String detail)
      implements BatchItem {}
}
