package amanah.deploy.faults.kind;

import amanah.deploy.faults.cluster.NodeProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Who is struck, by the chance of a blow. */
final class Targets {

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
