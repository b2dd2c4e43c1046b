package amanah.deploy.faults.kind;

import amanah.deploy.faults.cluster.NodeProcess;
import java.io.IOException;
import java.time.Duration;

/** SIGTERM to one node, or to each in turn, and a new start. */
final class NodeRestart implements FaultKind {

  private static final Duration STOP_MAX = Duration.ofSeconds(60);
  private static final Duration START_MAX = Duration.ofSeconds(90);

  private final boolean everyNode;

  NodeRestart(boolean everyNode) {
    this.everyNode = everyNode;
  }

  @Override
  public String name() {
    return everyNode ? "rolling" : "stop";
  }

  @Override
  public String says() {
    return everyNode
        ? "each node is stopped in order and started again, one after another"
        : "one node is stopped in order and started again";
  }

  @Override
  public Bounds bounds() {
    return Bounds.STOP;
  }

  @Override
  public Aim aim(Site site, Blow blow) {
    return everyNode ? new Aim.Everything() : Targets.oneNode(site, blow);
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow) throws IOException, InterruptedException {
    for (NodeProcess node : everyNode ? site.nodes().all() : Targets.of(site, aim)) {
      restart(site, node);
    }
  }

  private static void restart(Site site, NodeProcess node)
      throws IOException, InterruptedException {
    node.stop();
    boolean ended;
    try {
      ended = site.pause().until(STOP_MAX, () -> !node.runs());
    } finally {
      node.start();
    }
    if (!ended) {
      throw new IOException(
          "node " + node.place().number() + " does not end within " + STOP_MAX + " of SIGTERM");
    }
    if (!site.nodes().whole(START_MAX)) {
      throw new IOException(
          "node " + node.place().number() + " is not back within " + START_MAX + " of its start");
    }
  }
}
