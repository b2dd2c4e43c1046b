package amanah.deploy.node;

import amanah.campaign.CampaignService;
import amanah.campaign.CampaignSettings;
import amanah.node.NodePlan;
import amanah.node.NodeServices;
import amanah.node.RunningService;
import com.typesafe.config.Config;
import java.util.List;

/**
 * The services of the node that is run, put together: the one place where one of them is given what
 * it needs of another.
 */
public record AmanahServices(CampaignService campaign) implements NodeServices {

  /** All of them. */
  public static final NodePlan<AmanahServices> PLAN =
      new NodePlan<>(List.of(CampaignService.PART), AmanahServices::reading);

  private static NodePlan.Start<AmanahServices> reading(Config config) {
    CampaignSettings campaign = CampaignSettings.of(config);
    return node -> new AmanahServices(CampaignService.start(campaign, node));
  }

  @Override
  public List<RunningService> running() {
    return List.of(campaign);
  }
}
