package amanah.deploy.bench.load;

import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignSummary;
import amanah.deploy.load.loop.Operation;
import amanah.deploy.load.loop.Outcome;
import amanah.id.CampaignId;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Asks campaigns how they stand, in turn. */
public final class Reading implements Operation<Reply<CampaignSummary>> {

  private final MeasuredCampaigns campaigns;
  private final List<CampaignId> campaignIds;

  /** Asks for these campaigns. */
  public Reading(MeasuredCampaigns campaigns, List<CampaignId> campaignIds) {
    this.campaigns = campaigns;
    this.campaignIds = List.copyOf(campaignIds);
  }

  @Override
  public CompletionStage<Reply<CampaignSummary>> begin(long number) {
    return campaigns.get(campaignIds.get((int) (number % campaignIds.size())));
  }

  @Override
  public Outcome ended(
      long number, @Nullable Reply<CampaignSummary> answer, @Nullable Throwable failure) {
    return switch (answer) {
      case null -> Outcome.failed(failure);
      case Reply.Done<CampaignSummary> done -> Outcome.DONE;
      case Reply.Refused<CampaignSummary> no -> Outcome.refused(no.refusal().name());
    };
  }
}
