package amanah.deploy.faults.kind;

import amanah.deploy.faults.cluster.Nodes;
import amanah.deploy.faults.cluster.Pause;
import amanah.deploy.faults.database.SmallDisk;
import amanah.deploy.faults.database.StruckDatabase;
import amanah.deploy.faults.network.Links;
import java.util.List;
import java.util.Optional;

/**
 * What can be struck.
 *
 * @param nodes the cluster
 * @param database its journal, with a proxy for each node
 * @param links between the nodes, where there are network namespaces
 * @param disk of the database, where it is a small one
 * @param campaigns the ids that the load gives to
 * @param pause for waiting
 */
public record Site(
    Nodes nodes,
    StruckDatabase database,
    Optional<Links> links,
    Optional<SmallDisk> disk,
    List<String> campaigns,
    Pause pause) {

  Links needLinks() {
    return links.orElseThrow(() -> new IllegalStateException("no network namespaces"));
  }

  SmallDisk needDisk() {
    return disk.orElseThrow(() -> new IllegalStateException("no small disk"));
  }
}
