package amanah.campaign.domain;

import java.time.Instant;
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

  /** The same campaign with another end. */
  public static CampaignSummary ending(Instant endsAt, CampaignSummary campaign) {
    return new CampaignSummary(
        campaign.campaignId(),
        Terms.ending(endsAt, campaign.terms()),
        campaign.status(),
        campaign.raised(),
        campaign.donationCount(),
        campaign.donorCount(),
        campaign.percentFunded(),
        campaign.milestonesReached(),
        campaign.views(),
        campaign.createdAt(),
        campaign.sequence());
  }
}
