package amanah.deploy.node;

/** Starts a node. */
@FunctionalInterface
public interface NodeLauncher {

  /**
   * Returns when the node takes requests.
   *
   * @throws amanah.deploy.terminal.Failure when it cannot start, saying what to do about it
   */
  RunningNode start(NodeSettings settings) throws InterruptedException;
}
