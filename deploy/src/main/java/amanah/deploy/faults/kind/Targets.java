package amanah.deploy.faults.kind;

import amanah.campaign.entity.CampaignShards;
import amanah.deploy.faults.cluster.ClusterView;
import amanah.deploy.faults.cluster.NodeProcess;
import amanah.id.CampaignId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Who is struck, by the chance of a blow. */
final class Targets {

  private static final Duration HOUSED_MAX = Duration.ofSeconds(30);
  private static final int BUSY_ASKED_ABOUT = 4;

  /** Campaigns of these indexes are open and active all the time. */
  static final int ACTIVE_EVERY = 5;

  private Targets() {}

  /** One node. */
  static Aim oneNode(Site site, Blow blow) {
    return new Aim.OfNodes(Set.of(blow.chance().nextInt(site.nodes().count())));
  }

  /** Two nodes. */
  static Aim twoNodes(Site site, Blow blow) {
    RandomGenerator chance = blow.chance();
    Set<Integer> nodes = new HashSet<>();
    while (nodes.size() < Math.min(2, site.nodes().count())) {
      nodes.add(chance.nextInt(site.nodes().count()));
    }
    return new Aim.OfNodes(nodes);
  }

  /** The struck nodes. */
  static List<NodeProcess> of(Site site, Aim aim) {
    return aim.struckNodes().stream().map(number -> site.nodes().all().get(number)).toList();
  }

  /** Every node that is not struck. */
  static Set<Integer> others(Site site, Aim aim) {
    Set<Integer> others = new HashSet<>();
    for (NodeProcess node : site.nodes().all()) {
      others.add(node.place().number());
    }
    others.removeAll(aim.struckNodes());
    return others;
  }

  /**
   * What a node is asked about that was struck: the quiet campaigns that live on it now, and a few
   * busy ones, which have been written elsewhere by the time it goes on.
   *
   * @throws IOException when no campaign lives there, so that nobody could be asked
   */
  static List<Integer> askedAbout(Site site, NodeProcess node)
      throws IOException, InterruptedException {
    List<Integer> living = new ArrayList<>();
    boolean found = site.pause().until(HOUSED_MAX, () -> living.addAll(livingOn(site, node)));
    if (!found) {
      throw new IOException("no campaign lives on node " + node.place().number());
    }
    int busy = site.busyCampaigns();
    List<Integer> asked = new ArrayList<>(living.stream().filter(index -> index >= busy).toList());
    living.stream().filter(index -> index < busy).limit(BUSY_ASKED_ABOUT).forEach(asked::add);
    return asked;
  }

  /** A busy campaign that lives on a node, and is never closed or paused. */
  static int activeOn(Site site, NodeProcess node) throws IOException, InterruptedException {
    return livingOn(site, node).stream()
        .filter(index -> index < site.busyCampaigns() && index % ACTIVE_EVERY == 0)
        .findFirst()
        .orElseThrow(
            () -> new IOException("no active campaign lives on node " + node.place().number()));
  }

  private static List<Integer> livingOn(Site site, NodeProcess node) throws InterruptedException {
    Optional<ClusterView> view = site.nodes().viewWithout(Set.of());
    List<Integer> living = new ArrayList<>();
    for (int index = 0; index < site.campaigns().size() && view.isPresent(); index++) {
      String shard = CampaignShards.shardOf(CampaignId.of(site.campaigns().get(index)));
      if (node.place().address().equals(view.get().hosts().get(shard))) {
        living.add(index);
      }
    }
    return living;
  }

  /** Waits until the database takes connections. */
  static void awaitDatabase(Site site) throws IOException, InterruptedException {
    boolean answers = site.pause().until(Duration.ofSeconds(60), site.database()::answers);
    if (!answers) {
      throw new IOException("the database is not back after 60 s");
    }
  }

  static Optional<String> needs(boolean seen, String sentence) {
    return seen ? Optional.empty() : Optional.of(sentence);
  }
}
