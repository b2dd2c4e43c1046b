package amanah.deploy.node;

import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Starts the database in this process and several nodes in processes of their own, all at
 * 127.0.0.1. A node that dies is started again.
 */
public final class LocalCluster implements NodeLauncher {

  private static final String HOST = "127.0.0.1";
  private static final Duration START_MAX = Duration.ofMinutes(3);

  /** Longer than a node process takes, whatever it was doing. */
  private static final Duration STOP_MAX = OrderlyStop.STOP_MAX.plusMillis(400);

  @Override
  public Running start(NodeSettings settings, Consumer<URI> ready) throws InterruptedException {
    LocalDatabase database = LocalDatabase.open(settings);
    Running cluster = new Running(new ArrayList<>(), database);
    boolean started = false;
    try {
      for (NodeEnvironment environment : environments(settings, database)) {
        Path log =
            settings.data().resolve("log").resolve("node-" + environment.httpPort() + ".log");
        cluster.nodes().add(new KeptNode(environment, log, ready, InstantSource.system()));
      }
      cluster.nodes().forEach(KeptNode::start);
      awaitReady(cluster.nodes());
      started = true;
      return cluster;
    } finally {
      if (!started) {
        cluster.close();
      }
    }
  }

  private static List<NodeEnvironment> environments(NodeSettings settings, LocalDatabase database) {
    int nodes = settings.nodes();
    List<Integer> free = FreePorts.choose(3 * nodes);
    List<Integer> remote = free.subList(0, nodes);
    List<Integer> management = free.subList(nodes, 2 * nodes);
    List<String> contactPoints = management.stream().map(port -> HOST + ":" + port).toList();
    List<NodeEnvironment> environments = new ArrayList<>();
    for (int index = 0; index < nodes; index++) {
      environments.add(
          new NodeEnvironment(
              HOST,
              settings.port() == 0 ? free.get(2 * nodes + index) : settings.port() + index,
              remote.get(index),
              management.get(index),
              contactPoints,
              database.journal()));
    }
    return environments;
  }

  private static void awaitReady(List<KeptNode> nodes) throws InterruptedException {
    CompletableFuture<?> all =
        CompletableFuture.allOf(
            nodes.stream().map(KeptNode::firstReady).toArray(CompletableFuture[]::new));
    try {
      all.get(START_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException late) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "the nodes do not start; their logs in %s say why"
              .formatted(nodes.getFirst().log().getParent()),
          late);
    }
  }

  /** The nodes and their database. */
  record Running(List<KeptNode> nodes, LocalDatabase database) implements RunningNode {

    @Override
    public URI uri() {
      return nodes.getFirst().firstReady().join();
    }

    @Override
    public CompletionStage<?> terminated() {
      return CompletableFuture.allOf(
          nodes.stream().map(KeptNode::givenUp).toArray(CompletableFuture[]::new));
    }

    /** Kills the node that takes requests there. */
    void kill(URI uri) {
      nodes.stream()
          .filter(node -> uri.equals(node.firstReady().getNow(null)))
          .forEach(KeptNode::kill);
    }

    @Override
    public void close() {
      try {
        stopNodes();
      } finally {
        database.close();
      }
    }

    /** All at once, each in order. */
    void stopNodes() {
      CompletableFuture<?> all =
          CompletableFuture.allOf(
              nodes.stream().map(KeptNode::stop).toArray(CompletableFuture[]::new));
      try {
        all.orTimeout(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS).join();
      } catch (CompletionException late) {
        nodes.forEach(KeptNode::kill);
        CompletableFuture.allOf(
                nodes.stream().map(KeptNode::stop).toArray(CompletableFuture[]::new))
            .join();
      }
    }
  }
}
