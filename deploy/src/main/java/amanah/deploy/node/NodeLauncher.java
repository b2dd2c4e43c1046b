package amanah.deploy.node;

import java.net.URI;
import java.util.function.Consumer;

/** Starts nodes. */
@FunctionalInterface
public interface NodeLauncher {

  /**
   * Returns when all nodes take requests.
   *
   * @param ready told where a node is, each time one has begun to take requests
   * @throws amanah.deploy.terminal.Failure when one cannot start, saying what to do about it
   */
  RunningNode start(NodeSettings settings, Consumer<URI> ready) throws InterruptedException;
}
