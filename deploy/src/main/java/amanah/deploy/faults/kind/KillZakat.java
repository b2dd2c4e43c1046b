package amanah.deploy.faults.kind;

import amanah.deploy.faults.cluster.ClusterView;
import amanah.deploy.faults.cluster.NodeProcess;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** SIGKILL to the node that the calculator of zakat runs on, which is the oldest. */
final class KillZakat implements FaultKind {

  @Override
  public String name() {
    return "kill-zakat";
  }

  @Override
  public String says() {
    return "kill -9 of the node of the calculator of zakat; it is started again after a second";
  }

  @Override
  public Bounds bounds() {
    return Bounds.KILL_ZAKAT;
  }

  @Override
  public Aim aim(Site site, Blow blow) throws IOException, InterruptedException {
    Optional<String> oldest = site.nodes().viewWithout(Set.of()).map(ClusterView::oldest);
    for (NodeProcess node : site.nodes().all()) {
      if (oldest.isPresent() && oldest.get().equals(node.place().address())) {
        return new Aim.OfNodes(Set.of(node.place().number()));
      }
    }
    throw new IOException("no node says which of them is the oldest");
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow) {
    Targets.of(site, aim).forEach(NodeProcess::kill);
  }

  @Override
  public Optional<String> unproven(Blow blow, Seen seen) {
    return Targets.needs(
        seen.ends() > 0 && seen.moved() && seen.calculationAway().isPresent(),
        "no node has ended, no shard has moved, or nothing was calculated");
  }
}
