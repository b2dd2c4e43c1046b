package amanah.deploy.bench;

import amanah.deploy.bench.baseline.JdbcTarget;
import amanah.deploy.bench.load.MeasuredCampaigns;
import amanah.deploy.database.DatabaseStartException;
import amanah.deploy.database.EmbeddedDatabase;
import amanah.deploy.node.AmanahServices;
import amanah.deploy.node.NodeConfig;
import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.node.Node;
import amanah.zakat.application.ZakatQuestions;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletionException;

/**
 * The node as everybody gets it, on the embedded database, with its settings untouched but for one:
 * all who listen here do so from one address.
 *
 * @param server the database, which the SQL baseline uses too
 */
public record LocalBenchNode(Node<AmanahServices> node, EmbeddedDatabase server)
    implements BenchNode {

  private static final String DATABASE = "amanah";
  private static final int ANY_PORT = 0;
  private static final Config FROM_ONE_ADDRESS =
      ConfigFactory.parseMap(Map.of("amanah.campaign.stream.client-listeners-max", 1_000));

  /** Starts both, with the data in {@code data}. */
  public static BenchNode start(Path data) {
    EmbeddedDatabase server = open(data);
    try {
      return new LocalBenchNode(startNode(server), server);
    } catch (CompletionException | IllegalArgumentException failed) {
      close(server);
      throw new Failure(ExitCode.UNAVAILABLE, "the node does not start: " + failed, failed);
    }
  }

  @Override
  public MeasuredCampaigns campaigns() {
    return MeasuredCampaigns.of(node.services().campaign().campaigns());
  }

  @Override
  public ZakatQuestions zakat() {
    return node.services().zakat().questions();
  }

  @Override
  public URI uri() {
    return node.uri();
  }

  @Override
  public JdbcTarget database() {
    return new JdbcTarget(server.port(), DATABASE, server.user(), server.password());
  }

  @Override
  public void close() {
    try {
      node.stop().toCompletableFuture().join();
    } finally {
      close(server);
    }
  }

  private static Node<AmanahServices> startNode(EmbeddedDatabase server) {
    return Node.start(
            FROM_ONE_ADDRESS.withFallback(NodeConfig.alone(ANY_PORT, server)),
            InstantSource.system(),
            AmanahServices.PLAN)
        .toCompletableFuture()
        .join();
  }

  private static EmbeddedDatabase open(Path data) {
    try {
      return EmbeddedDatabase.open(data, EmbeddedDatabase.ANY_PORT);
    } catch (DatabaseStartException refused) {
      throw new Failure(ExitCode.UNAVAILABLE, String.valueOf(refused.getMessage()), refused);
    } catch (IOException unreadable) {
      throw new Failure(
          ExitCode.UNAVAILABLE, "the database in " + data + " does not start", unreadable);
    }
  }

  private static void close(EmbeddedDatabase server) {
    try {
      server.close();
    } catch (IOException failed) {
      throw new UncheckedIOException("the database did not stop", failed);
    }
  }
}
