package amanah.deploy.faults.kind;

import amanah.deploy.faults.books.CampaignNames;
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
 * @param callers who call at a kind's word
 * @param pause for waiting
 */
public record Site(
    Nodes nodes,
    StruckDatabase database,
    Optional<Links> links,
    Optional<SmallDisk> disk,
    List<String> campaigns,
    Callers callers,
    Pause pause) {

  /** The same with these callers. */
  public Site with(Callers others) {
    return new Site(nodes, database, links, disk, campaigns, others, pause);
  }

  /** How many campaigns are given to all the time: they have the lowest indexes. */
  int busyCampaigns() {
    return CampaignNames.busy(campaigns);
  }

  Links needLinks() {
    return links.orElseThrow(() -> new IllegalStateException("no network namespaces"));
  }

  SmallDisk needDisk() {
    return disk.orElseThrow(() -> new IllegalStateException("no small disk"));
  }
}
