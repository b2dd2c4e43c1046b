package amanah.deploy.node;

import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.node.Node;
import com.typesafe.config.Config;
import java.net.URI;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Starts the database and one node in this process. */
public final class LocalNode implements NodeLauncher {

  @Override
  public RunningNode start(NodeSettings settings, Consumer<URI> ready) throws InterruptedException {
    LocalDatabase database = LocalDatabase.open(settings);
    try {
      requireGoingOn();
      Config config = NodeConfig.alone(settings.port(), database.journal());
      Node<?> node = OrderlyStop.start(config, InstantSource.system());
      ready.accept(node.uri());
      return new Running(node, database);
    } catch (RuntimeException | InterruptedException failure) {
      database.closeAfter(failure);
      throw failure;
    }
  }

  /** Once begun, a node's start comes to its end: it is not begun in vain. */
  private static void requireGoingOn() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("told to stop while the database started");
    }
  }

  /**
   * Starts a node by these settings.
   *
   * @throws Failure if it does not start, with the reason in one line
   */
  static Node<AmanahServices> startNode(Config config, InstantSource clock) {
    try {
      return Node.start(config, clock, AmanahServices.PLAN).toCompletableFuture().join();
    } catch (RuntimeException failed) {
      throw new Failure(ExitCode.UNAVAILABLE, "the node does not start: " + reason(failed), failed);
    }
  }

  /** One line: what the database said if it was the database, and what lies at the bottom. */
  private static String reason(RuntimeException failed) {
    Throwable said = failed;
    Throwable bottom = failed;
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      boolean wraps = said instanceof CompletionException;
      if (wraps || (cause instanceof SQLException && !(said instanceof SQLException))) {
        said = cause;
      }
      bottom = cause;
    }
    String sentence = firstLine(said);
    return bottom.equals(said) ? sentence : sentence + " (" + firstLine(bottom) + ")";
  }

  private static String firstLine(Throwable failed) {
    String message = failed.getMessage();
    String said = message != null && message.contains(" ") ? message : failed.toString();
    return said.lines().findFirst().orElse("").strip();
  }

  /** The node and its database. */
  private record Running(Node<?> node, LocalDatabase database) implements RunningNode {

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
      try {
        OrderlyStop.stop(node);
      } finally {
        database.close();
      }
    }
  }
}
