package amanah.campaign.ingress.grpc;

import amanah.campaign.batching.BatcherStatus;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.GoalPolicy;
import amanah.grpc.Messages;
import amanah.v1.Batcher;
import amanah.v1.BatcherActivity;
import amanah.v1.Campaign;
import amanah.v1.CampaignProgress;

/** Writes campaigns and their batchers. */
final class CampaignMessages {

  private CampaignMessages() {}

  static Campaign campaign(CampaignSummary campaign) {
    CampaignTerms terms = campaign.terms();
    Campaign.Builder message =
        Campaign.newBuilder()
            .setCampaignId(campaign.campaignId().value())
            .setTitle(terms.title())
            .setStatus(status(campaign.status()))
            .setGoal(Messages.money(terms.goal()))
            .setGoalPolicy(policy(terms.goalPolicy()))
            .setRaised(Messages.money(campaign.raised()))
            .setDonationCount(campaign.donationCount())
            .setDonorCount(campaign.donorCount())
            .setPercentFunded(campaign.percentFunded().toPlainString())
            .addAllMilestones(terms.milestones().percents())
            .addAllMilestonesReached(campaign.milestonesReached())
            .setZakatEligible(terms.zakatEligible())
            .setViews(campaign.views())
            .setCreatedAt(Messages.time(campaign.createdAt()))
            .setSequence(campaign.sequence());
    if (terms.endsAt() != null) {
      message.setEndsAt(Messages.time(terms.endsAt()));
    }
    return message.build();
  }

  /** The present state that every answer about money shows beside it. */
  static CampaignProgress progress(CampaignSummary campaign) {
    return CampaignProgress.newBuilder()
        .setRaised(Messages.money(campaign.raised()))
        .setDonationCount(campaign.donationCount())
        .setPercentFunded(campaign.percentFunded().toPlainString())
        .build();
  }

  static Batcher batcher(BatcherStatus status) {
    Batcher.Builder message =
        Batcher.newBuilder()
            .setStatus(activity(status.activity()))
            .setPending(status.pending())
            .setProcessed(status.processed())
            .setFailed(status.failed())
            .setErrorCount(status.errorCount())
            .setTotal(status.total());
    if (status.processedAmount() != null) {
      message.setProcessedAmount(Messages.money(status.processedAmount()));
    }
    if (status.lastProcessedAt() != null) {
      message.setLastProcessedAt(Messages.time(status.lastProcessedAt()));
    }
    return message.build();
  }

  static amanah.v1.CampaignStatus status(CampaignStatus status) {
    return switch (status) {
      case DRAFT -> amanah.v1.CampaignStatus.CAMPAIGN_STATUS_DRAFT;
      case ACTIVE -> amanah.v1.CampaignStatus.CAMPAIGN_STATUS_ACTIVE;
      case PAUSED -> amanah.v1.CampaignStatus.CAMPAIGN_STATUS_PAUSED;
      case COMPLETED -> amanah.v1.CampaignStatus.CAMPAIGN_STATUS_COMPLETED;
      case CANCELLED -> amanah.v1.CampaignStatus.CAMPAIGN_STATUS_CANCELLED;
    };
  }

  static amanah.v1.GoalPolicy policy(GoalPolicy policy) {
    return switch (policy) {
      case SOFT -> amanah.v1.GoalPolicy.GOAL_POLICY_SOFT;
      case HARD -> amanah.v1.GoalPolicy.GOAL_POLICY_HARD;
    };
  }

  private static BatcherActivity activity(BatcherStatus.Activity activity) {
    return switch (activity) {
      case IDLE -> BatcherActivity.BATCHER_ACTIVITY_IDLE;
      case PROCESSING -> BatcherActivity.BATCHER_ACTIVITY_PROCESSING;
      case PAUSED -> BatcherActivity.BATCHER_ACTIVITY_PAUSED;
    };
  }
}
