package amanah.deploy.node;

import amanah.node.Node;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The node of this process, which the environment describes. */
public final class EnvironmentNode implements RunningNode {

  private final Node<?> node;

  private EnvironmentNode(Node<?> node) {
    this.node = node;
  }

  /**
   * Starts it; returns when it takes requests, or when it has stopped because the thread was
   * interrupted.
   *
   * @param environment the variables of this process
   * @throws amanah.deploy.terminal.Failure when it cannot start, saying why
   */
  public static RunningNode start(Map<String, String> environment) throws InterruptedException {
    return new EnvironmentNode(
        OrderlyStop.start(NodeConfig.stoppedByCommand(), clock(environment)));
  }

  private static InstantSource clock(Map<String, String> environment) {
    String file = environment.get(NodeEnvironment.CLOCK_OFFSET_FILE);
    return file == null || file.isEmpty()
        ? InstantSource.system()
        : new OffsetClock(Path.of(file), InstantSource.system());
  }

  @Override
  public URI uri() {
    return node.uri();
  }

  @Override
  public CompletionStage<?> terminated() {
    return node.terminated();
  }

  @Override
  public void close() {
    OrderlyStop.stop(node);
  }
}
