package amanah.campaign.domain;

import amanah.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Campaigns as everybody sees them, for tests outside the domain. */
public final class Summaries {

  private Summaries() {}

  /** An active campaign, just opened and without an end. */
  public static CampaignSummary active() {
    return of(CampaignStatus.ACTIVE, null);
  }

  /** A campaign in that status with that end. */
  public static CampaignSummary of(CampaignStatus status, @Nullable Instant endsAt) {
    return Story.in(status, Terms.ending(endsAt, Terms.softGoal(1_000))).summary();
  }

  /** The same campaign with these donations, recorded as its next event. */
  public static CampaignSummary plus(CampaignSummary campaign, List<Donation> donations) {
    Money gave = donations.stream().map(Donation::amount).reduce(campaign.captured(), Money::plus);
    return new CampaignSummary(
        campaign.campaignId(),
        campaign.terms(),
        campaign.status(),
        gave,
        gave,
        campaign.donationCount() + donations.size(),
        campaign.donorCount(),
        campaign.percentFunded(),
        campaign.milestonesReached(),
        campaign.views(),
        campaign.createdAt(),
        campaign.sequence() + 1);
  }

  /** The same campaign with another end. */
  public static CampaignSummary ending(Instant endsAt, CampaignSummary campaign) {
    return new CampaignSummary(
        campaign.campaignId(),
        Terms.ending(endsAt, campaign.terms()),
        campaign.status(),
        campaign.raised(),
        campaign.captured(),
        campaign.donationCount(),
        campaign.donorCount(),
        campaign.percentFunded(),
        campaign.milestonesReached(),
        campaign.views(),
        campaign.createdAt(),
        campaign.sequence());
  }
}
