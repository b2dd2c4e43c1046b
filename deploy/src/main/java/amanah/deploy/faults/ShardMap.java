package amanah.deploy.faults;

import amanah.campaign.entity.CampaignShards;
import amanah.deploy.faults.cluster.ClusterView;
import amanah.deploy.faults.kind.Aim;
import amanah.deploy.faults.kind.Site;
import amanah.id.CampaignId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which campaigns lived on the struck nodes at the moment of a fault. */
final class ShardMap {

  private final Aim aim;
  private final Map<String, String> hosts;
  private final Set<String> struckAddresses;
  private boolean moved;

  private ShardMap(Aim aim, Map<String, String> hosts, Set<String> struckAddresses) {
    this.aim = aim;
    this.hosts = hosts;
    this.struckAddresses = struckAddresses;
  }

  /** As it is now, told by a node that will not be struck. */
  static ShardMap now(Site site, Aim aim) throws InterruptedException {
    Optional<ClusterView> view = site.nodes().viewWithout(aim.struckNodes());
    Set<String> struck =
        aim.struckNodes().stream()
            .map(node -> site.nodes().all().get(node).place().address())
            .collect(Collectors.toSet());
    return new ShardMap(aim, view.map(ClusterView::hosts).orElse(Map.of()), new HashSet<>(struck));
  }

  /** Whether a campaign is struck. */
  boolean isStruck(int campaign, String campaignId) {
    return switch (aim) {
      case Aim.Everything all -> true;
      case Aim.OfCampaign one -> one.campaign() == campaign;
      case Aim.OfNodes some -> struckAddresses.contains(hosts.getOrDefault(shard(campaignId), ""));
    };
  }

  /** The address of the node on which the campaign lived, as far as was known. */
  String host(String campaignId) {
    return hosts.getOrDefault(shard(campaignId), "no node that was known");
  }

  /** Looks whether a shard of a struck node lives elsewhere by now. */
  void look(Site site) throws InterruptedException {
    Optional<ClusterView> view = site.nodes().viewWithout(aim.struckNodes());
    if (!moved && view.isPresent()) {
      moved =
          hosts.entrySet().stream()
              .filter(entry -> struckAddresses.contains(entry.getValue()))
              .anyMatch(entry -> isElsewhere(view.get().hosts().get(entry.getKey())));
    }
  }

  /** Whether it did, at one of the looks. */
  boolean moved() {
    return moved;
  }

  private boolean isElsewhere(@Nullable String address) {
    return address != null && !struckAddresses.contains(address);
  }

  /** The shard that a campaign is in. */
  static String shard(String campaignId) {
    return CampaignShards.shardOf(CampaignId.of(campaignId));
  }
}
