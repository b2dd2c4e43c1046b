package amanah.node;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.ActorSystem;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Down;
import amanah.journal.JournalSchema;
import amanah.testing.FreePorts;
import amanah.testing.PostgresExtension;
import amanah.testing.Waiting;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nodes that enter the list of those that may write, and are taken off it. */
class MemberFenceIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String WRITING =
      "SELECT count(*) FROM cluster.member WHERE fenced_at IS NULL AND incarnation IS NOT NULL";
  private static final String SESSIONS_OF_FENCED =
      """
      SELECT count(*) FROM pg_stat_activity JOIN cluster.member
        ON session = split_part(application_name, ' ', 1)
      WHERE fenced_at IS NOT NULL
      """;

  /** A node and its actors. */
  private record Running(Node<MadeUpService> node, ActorSystem<?> system) {

    void stop() {
      node.stop().toCompletableFuture().join();
    }
  }

  @Test
  void a_member_that_was_downed_is_cut_off_and_ends() throws IOException {
    List<Running> nodes = cluster();

    Cluster cluster = Cluster.get(nodes.getFirst().system());
    cluster.manager().tell(new Down(nodes.getLast().system().address()));

    Waiting.until(PATIENCE, () -> answer(WRITING).equals("1"));
    Waiting.until(PATIENCE, () -> answer(SESSIONS_OF_FENCED).equals("0"));
    Waiting.until(
        PATIENCE, () -> nodes.getLast().node().terminated().toCompletableFuture().isDone());
    assertThat(answer(WRITING)).isEqualTo("1");
    nodes.getFirst().stop();
  }

  @Test
  void a_member_that_left_in_order_is_off_the_list_and_the_others_stay_on_it() throws IOException {
    List<Running> nodes = cluster();

    nodes.getFirst().stop();

    Waiting.until(PATIENCE, () -> answer(WRITING).equals("1"));
    assertThat(nodes.getLast().node().terminated().toCompletableFuture()).isNotDone();
    nodes.getLast().stop();
  }

  private static List<Running> cluster() throws IOException {
    List<Integer> ports = FreePorts.choose(2);
    String contactPoints = "127.0.0.1:" + ports.getFirst() + ",127.0.0.1:" + ports.getLast();
    List<CompletableFuture<Running>> starting =
        ports.stream()
            .map(
                port ->
                    CompletableFuture.supplyAsync(
                        () -> start(port, contactPoints), Thread::startVirtualThread))
            .toList();
    List<Running> nodes = starting.stream().map(CompletableFuture::join).toList();
    assertThat(answer(WRITING)).isEqualTo("2");
    return nodes;
  }

  private static Running start(int managementPort, String contactPoints) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("amanah.journal.url", POSTGRES.url());
    settings.put("amanah.journal.user", POSTGRES.user());
    settings.put("amanah.journal.password", POSTGRES.password());
    settings.put("amanah.journal.connections", 2);
    settings.put("amanah.http.port", 0);
    settings.put("amanah.cluster.remote-port", 0);
    settings.put("amanah.cluster.management-port", managementPort);
    settings.put("amanah.cluster.contact-points", contactPoints);
    settings.put("amanah.cluster.contact-points-required", 2);
    settings.put("akka.loglevel", "WARNING");
    settings.put(
        "akka.serialization.jackson.jackson-modules",
        List.of("akka.serialization.jackson.AkkaTypedJacksonModule"));
    settings.put("akka.coordinated-shutdown.run-by-jvm-shutdown-hook", "off");
    String reason = "\"akka.actor.CoordinatedShutdown$ClusterDowningReason$\"";
    settings.put("akka.coordinated-shutdown.reason-overrides." + reason + ".exit-jvm", "off");
    CompletableFuture<ActorSystem<?>> system = new CompletableFuture<>();
    NodePlan<MadeUpService> plan =
        new NodePlan<>(
            List.of(new NodePart("wells.conf", new JournalSchema("tried", "db/tried"))),
            config ->
                context -> {
                  system.complete(context.system());
                  return new MadeUpService("wells", new CopyOnWriteArrayList<>());
                });
    Node<MadeUpService> node =
        Node.start(ConfigFactory.parseMap(settings), InstantSource.system(), plan)
            .toCompletableFuture()
            .join();
    return new Running(node, system.join());
  }

  private static String answer(String sql) {
    try (Connection connection = POSTGRES.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
