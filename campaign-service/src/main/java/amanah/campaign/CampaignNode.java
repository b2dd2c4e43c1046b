package amanah.campaign;

import akka.Done;
import akka.actor.typed.ActorRef;
import amanah.campaign.application.Campaigns;
import amanah.node.Node;
import amanah.node.NodeContext;
import amanah.node.NodePlan;
import amanah.protocol.zakat.ZakatReporting;
import com.typesafe.config.Config;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** One running node that has campaigns and nothing else. */
public final class CampaignNode {

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
    return start(settings, node -> Optional.empty());
  }

  /**
   * The same with somebody who counts zakat.
   *
   * @throws IllegalArgumentException if a setting is unknown or could never work
   */
  public static CompletionStage<CampaignNode> start(
      Config settings, Function<NodeContext, Optional<ActorRef<ZakatReporting>>> calculator) {
    NodePlan<CampaignService> plan =
        new NodePlan<>(
            List.of(CampaignService.PART),
            config -> {
              CampaignSettings campaign = CampaignSettings.of(config);
              return node ->
                  CampaignService.start(campaign, node, calculator.apply(node), Optional.empty());
            });
    return Node.start(settings, InstantSource.system(), plan).thenApply(CampaignNode::new);
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
