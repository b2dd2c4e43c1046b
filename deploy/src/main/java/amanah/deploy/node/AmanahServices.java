package amanah.deploy.node;

import amanah.campaign.CampaignService;
import amanah.campaign.CampaignSettings;
import amanah.node.NodePlan;
import amanah.node.NodeServices;
import amanah.node.RunningService;
import amanah.zakat.ZakatService;
import amanah.zakat.ZakatSettings;
import com.typesafe.config.Config;
import java.util.List;
import java.util.Optional;

/**
 * The services of the node that is run, put together: the one place where one of them is given what
 * it needs of another.
 */
public record AmanahServices(ZakatService zakat, CampaignService campaign) implements NodeServices {

  /** All of them. */
  public static final NodePlan<AmanahServices> PLAN =
      new NodePlan<>(List.of(ZakatService.PART, CampaignService.PART), AmanahServices::reading);

  private static NodePlan.Start<AmanahServices> reading(Config config) {
    ZakatSettings zakat = ZakatSettings.of(config);
    CampaignSettings campaign = CampaignSettings.of(config);
    return node -> {
      ZakatService calculator = ZakatService.start(zakat, node);
      return new AmanahServices(
          calculator,
          CampaignService.start(
              campaign,
              node,
              Optional.of(calculator.reporting()),
              Optional.of(calculator.assessments())));
    };
  }

  @Override
  public List<RunningService> running() {
    return List.of(zakat, campaign);
  }
}
