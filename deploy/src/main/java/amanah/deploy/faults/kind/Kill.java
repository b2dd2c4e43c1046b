package amanah.deploy.faults.kind;

import amanah.deploy.faults.cluster.NodeProcess;
import java.util.Optional;

/** SIGKILL to one node, or to two. */
final class Kill implements FaultKind {

  private final int nodes;

  Kill(int nodes) {
    this.nodes = nodes;
  }

  @Override
  public String name() {
    return nodes == 1 ? "kill" : "kill-two";
  }

  @Override
  public String says() {
    return nodes == 1
        ? "kill -9 of one node; it is started again after a second"
        : "kill -9 of two nodes at once; both are started again after a second";
  }

  @Override
  public Need need() {
    return nodes == 1 ? Need.NOTHING : Need.THREE_NODES;
  }

  @Override
  public Bounds bounds() {
    return nodes == 1 ? Bounds.KILL : Bounds.KILL_TWO;
  }

  @Override
  public Aim aim(Site site, Blow blow) {
    return nodes == 1 ? Targets.oneNode(site, blow) : Targets.twoNodes(site, blow);
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow) {
    Targets.of(site, aim).forEach(NodeProcess::kill);
  }

  @Override
  public Optional<String> unproven(Blow blow, Seen seen) {
    return Targets.needs(
        seen.ends() > 0 && seen.moved(), "no node has ended, or no shard has moved");
  }
}
