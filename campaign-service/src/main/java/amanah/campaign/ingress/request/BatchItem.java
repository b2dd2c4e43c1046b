package amanah.campaign.ingress.request;

import amanah.campaign.domain.Donation;
import amanah.http.BadRequest;
import amanah.http.Naming;
import amanah.http.ProblemCode;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** One of many donations as it was read. */
public sealed interface BatchItem {

  /** It is a donation. */
  record Valid(Donation donation) implements BatchItem {}

  /**
   * It is none, and is refused alone.
   *
   * @param donationId what it calls itself, or null when that cannot be told
   */
  record Invalid(@Nullable String donationId, ProblemCode code, String detail)
      implements BatchItem {

    /** What cannot be read, and why. */
    public static Invalid of(@Nullable String donationId, BadRequest bad) {
      return new Invalid(donationId, bad.problem().code(), bad.problem().detail());
    }
  }

  /**
   * An item of a batch.
   *
   * @param key names it when it does not name itself
   * @param naming who names it when neither does
   */
  static BatchItem of(JsonNode item, @Nullable String key, Naming naming) {
    try {
      return new Valid(DonationRequests.donation(item, key, naming));
    } catch (BadRequest bad) {
      return Invalid.of(ClaimedId.of(item), bad);
    }
  }

  /** One key names a whole batch, so each item takes its place in the batch with it. */
  static @Nullable String key(@Nullable String key, int place) {
    return key == null ? null : key + "." + place;
  }

  /** What it calls itself, or null when that cannot be told. */
  default @Nullable String claimedId() {
    return switch (this) {
      case Valid valid -> valid.donation().donationId().value();
      case Invalid invalid -> invalid.donationId();
    };
  }
}
