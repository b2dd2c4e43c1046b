package amanah.campaign;

import akka.Done;
import amanah.campaign.application.Campaigns;
import amanah.node.Node;
import amanah.node.NodePlan;
import com.typesafe.config.Config;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** One running node that has campaigns and nothing else. */
public final class CampaignNode {

  private static final NodePlan<CampaignService> PLAN =
      new NodePlan<>(List.of(CampaignService.PART), CampaignNode::reading);

  private final Node<CampaignService> node;

  private CampaignNode(Node<CampaignService> node) {
    this.node = node;
  }

  /**
   * Starts a node as {@link Node#start} does; done when it takes requests.
   *
   * @throws IllegalArgumentException if a setting is unknown or could never work
   */
  public static CompletionStage<CampaignNode> start(Config settings) {
    return Node.start(settings, InstantSource.system(), PLAN).thenApply(CampaignNode::new);
  }

  private static NodePlan.Start<CampaignService> reading(Config config) {
    CampaignSettings settings = CampaignSettings.of(config);
    return node -> CampaignService.start(settings, node);
  }

  /** Where its door is. */
  public URI uri() {
    return node.uri();
  }

  /** The campaigns, for callers in the same process. */
  public Campaigns campaigns() {
    return node.services().campaigns();
  }

  /** Done when the node has gone, for whatever reason. */
  public CompletionStage<Done> terminated() {
    return node.terminated();
  }

  /** Stops in order; done when the node has gone. */
  public CompletionStage<Done> stop() {
    return node.stop();
  }
}
