package amanah.campaign.domain;

import amanah.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign promises its donors.
 *
 * @param title what it is called, 1 to 200 characters
 * @param goal what it wants to raise, more than nothing; its currency is the campaign's for ever
 * @param endsAt when it stops taking donations, or null when nobody has said
 * @param goalPolicy whether the goal is also the most it takes
 * @param zakatEligible whether donations may be designated zakat
 * @param milestones the parts of the goal that are announced when they are reached
 */
public record CampaignTerms(
    String title,
    Money goal,
    @Nullable Instant endsAt,
    GoalPolicy goalPolicy,
    boolean zakatEligible,
    Milestones milestones) {

  CampaignTerms withEnd(@Nullable Instant end) {
    return new CampaignTerms(title, goal, end, goalPolicy, zakatEligible, milestones);
  }

  /** Whether its end has come by that time. */
  boolean hasEnded(Instant at) {
    return endsAt != null && !at.isBefore(endsAt);
  }
}
