package amanah.deploy.bench.load;

import amanah.campaign.application.Campaigns;
import amanah.campaign.application.DonationReceipt;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Donation;
import amanah.id.CampaignId;
import java.util.concurrent.CompletionStage;

/** All that a measurement asks of campaigns, each as {@link Campaigns} answers it. */
public interface MeasuredCampaigns {

  /** Opens a campaign, active at once. */
  CompletionStage<Reply<CampaignSummary>> open(CampaignId campaignId, CampaignTerms terms);

  /** The campaign after its last commit. */
  CompletionStage<Reply<CampaignSummary>> get(CampaignId campaignId);

  /** Records one donation; done means that it is committed. */
  CompletionStage<Reply<DonationReceipt>> donate(CampaignId campaignId, Donation donation);

  /** Those of a node. */
  static MeasuredCampaigns of(Campaigns campaigns) {
    return new MeasuredCampaigns() {
      @Override
      public CompletionStage<Reply<CampaignSummary>> open(
          CampaignId campaignId, CampaignTerms terms) {
        return campaigns.open(campaignId, terms, false);
      }

      @Override
      public CompletionStage<Reply<CampaignSummary>> get(CampaignId campaignId) {
        return campaigns.get(campaignId);
      }

      @Override
      public CompletionStage<Reply<DonationReceipt>> donate(
          CampaignId campaignId, Donation donation) {
        return campaigns.donate(campaignId, donation);
      }
    };
  }
}
