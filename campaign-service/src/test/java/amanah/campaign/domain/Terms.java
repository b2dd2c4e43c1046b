package amanah.campaign.domain;

import amanah.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Campaign terms for tests, in US dollars. */
public final class Terms {

  private Terms() {}

  /** A wish for so many cents, zakat-eligible, without an end. */
  public static CampaignTerms softGoal(long minor) {
    return terms(GoalPolicy.SOFT, minor);
  }

  static CampaignTerms hardGoal(long minor) {
    return terms(GoalPolicy.HARD, minor);
  }

  static CampaignTerms terms(GoalPolicy policy, long goalMinor) {
    return new CampaignTerms(
        "Wells for Gaza",
        Money.of(goalMinor, Donations.USD),
        null,
        policy,
        true,
        Milestones.QUARTERS);
  }

  /** The same terms with an end. */
  public static CampaignTerms ending(@Nullable Instant endsAt, CampaignTerms terms) {
    return new CampaignTerms(
        terms.title(),
        terms.goal(),
        endsAt,
        terms.goalPolicy(),
        terms.zakatEligible(),
        terms.milestones());
  }

  static CampaignTerms titled(String title, CampaignTerms terms) {
    return new CampaignTerms(
        title,
        terms.goal(),
        terms.endsAt(),
        terms.goalPolicy(),
        terms.zakatEligible(),
        terms.milestones());
  }

  static CampaignTerms withGoal(Money goal, CampaignTerms terms) {
    return new CampaignTerms(
        terms.title(),
        goal,
        terms.endsAt(),
        terms.goalPolicy(),
        terms.zakatEligible(),
        terms.milestones());
  }

  static CampaignTerms zakatEligible(boolean eligible, CampaignTerms terms) {
    return new CampaignTerms(
        terms.title(),
        terms.goal(),
        terms.endsAt(),
        terms.goalPolicy(),
        eligible,
        terms.milestones());
  }

  static CampaignTerms announcing(List<Integer> percents, CampaignTerms terms) {
    return new CampaignTerms(
        terms.title(),
        terms.goal(),
        terms.endsAt(),
        terms.goalPolicy(),
        terms.zakatEligible(),
        new Milestones(percents));
  }
}
