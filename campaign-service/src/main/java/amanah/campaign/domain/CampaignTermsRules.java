package amanah.campaign.domain;

import amanah.time.Moment;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What terms must hold for a campaign to begin with them or to change to them. */
final class CampaignTermsRules {

  /** In characters (code points), as requests are read. */
  private static final int TITLE_LENGTH_MAX = 200;

  private CampaignTermsRules() {}

  /**
   * What is wrong with terms.
   *
   * @param endIsNew whether their end is another than before, and so has to be ahead
   */
  static Optional<BrokenRule> problem(CampaignTerms terms, boolean endIsNew, Moment now) {
    String title = terms.title();
    int titleLength = title.codePointCount(0, title.length());
    if (title.isBlank() || titleLength > TITLE_LENGTH_MAX) {
      return invalid("title has " + titleLength + " characters, expected 1 to " + TITLE_LENGTH_MAX);
    }
    if (!terms.goal().isPositive()) {
      return Optional.of(
          new BrokenRule(
              Refusal.INVALID_AMOUNT, "goal " + terms.goal() + ", expected more than nothing"));
    }
    return endIsNew && terms.hasEnded(now.at())
        ? Optional.of(passed(terms, now))
        : Optional.empty();
  }

  private static BrokenRule passed(CampaignTerms terms, Moment now) {
    return now.trusted()
        ? new BrokenRule(
            Refusal.INVALID_FIELD,
            "endsAt " + terms.endsAt() + " has passed, expected a time after " + now.at())
        : new BrokenRule(Refusal.UNAVAILABLE, doubtful(terms.endsAt()));
  }

  /** What is said in place of a no that would follow from a time that may be wrong. */
  static String doubtful(@Nullable Instant end) {
    return "whether "
        + end
        + " has passed cannot be told, for the journal's clock is not trusted now; expected a retry";
  }

  private static Optional<BrokenRule> invalid(String detail) {
    return Optional.of(new BrokenRule(Refusal.INVALID_FIELD, detail));
  }
}
