package amanah.campaign.domain;

import java.time.Instant;
import java.util.Optional;

/** What terms must hold for a campaign to begin with them or to change to them. */
final class CampaignTermsRules {

  private static final int TITLE_LENGTH_MAX = 200;

  private CampaignTermsRules() {}

  /** What is wrong with terms. */
  record Problem(Refusal refusal, String detail) {}

  static Optional<Problem> problem(CampaignTerms terms, Instant now) {
    if (terms.title().isBlank() || terms.title().length() > TITLE_LENGTH_MAX) {
      return invalid("title has " + terms.title().length() + " characters, expected 1 to 200");
    }
    if (!terms.goal().isPositive()) {
      return Optional.of(
          new Problem(
              Refusal.INVALID_AMOUNT, "goal " + terms.goal() + ", expected more than nothing"));
    }
    if (terms.endsAt() != null && !terms.endsAt().isAfter(now)) {
      return invalid("endsAt " + terms.endsAt() + " has passed, expected a time after " + now);
    }
    return Optional.empty();
  }

  private static Optional<Problem> invalid(String detail) {
    return Optional.of(new Problem(Refusal.INVALID_FIELD, detail));
  }
}
