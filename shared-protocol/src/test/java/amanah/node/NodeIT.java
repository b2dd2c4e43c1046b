package amanah.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.journal.JournalSchema;
import amanah.testing.PostgresExtension;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A node with two services that are made up, on a real database. */
class NodeIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final List<NodePart> PARTS =
      List.of(
          new NodePart("wells.conf", new JournalSchema("tried", "db/tried")),
          new NodePart("trees.conf", new JournalSchema("other", "db/other")));

  private final List<String> closed = new CopyOnWriteArrayList<>();

  private record Both(MadeUpService wells, MadeUpService trees) implements NodeServices {

    @Override
    public List<RunningService> running() {
      return List.of(wells, trees);
    }
  }

  @Test
  void its_services_have_one_door_and_are_closed_in_the_reverse_order() throws Exception {
    Node<Both> node =
        Node.start(settings(), InstantSource.system(), new NodePlan<>(PARTS, config -> this::start))
            .toCompletableFuture()
            .join();
    try {
      assertThat(get(node, "/v1/wells").body()).isEqualTo("\"wells\"");
      assertThat(get(node, "/v1/trees").body()).isEqualTo("\"trees\"");
      assertThat(get(node, "/openapi.json").body()).contains("/v1/wells", "/v1/trees", "/readyz");
      assertThat(get(node, "/readyz").statusCode()).isEqualTo(200);

      node.services().trees().isReady(false);

      assertThat(get(node, "/readyz").body()).contains("the trees have run dry");
    } finally {
      node.stop().toCompletableFuture().join();
    }
    assertThat(closed).containsExactly("trees", "wells");
  }

  @Test
  void settings_that_a_service_refuses_end_the_start_before_anything_runs() {
    NodePlan<Both> plan =
        new NodePlan<>(
            PARTS,
            config -> {
              throw new IllegalArgumentException(
                  "depth " + config.getInt("amanah.wells.depth") + ", expected more");
            });

    assertThatThrownBy(() -> Node.start(settings(), InstantSource.system(), plan))
        .hasMessage("depth 7, expected more");
  }

  private Both start(NodeContext node) {
    assertThat(node.quorum().held()).isTrue();
    return new Both(new MadeUpService("wells", closed), new MadeUpService("trees", closed));
  }

  private static HttpResponse<String> get(Node<?> node, String path)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(
          HttpRequest.newBuilder(node.uri().resolve(path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static Config settings() {
    return ConfigFactory.parseMap(
        Map.of(
            "amanah.journal.url", POSTGRES.url(),
            "amanah.journal.user", POSTGRES.user(),
            "amanah.journal.password", POSTGRES.password(),
            "amanah.http.port", 0,
            "akka.loglevel", "WARNING",
            "akka.serialization.jackson.jackson-modules",
                List.of("akka.serialization.jackson.AkkaTypedJacksonModule"),
            "akka.coordinated-shutdown.run-by-jvm-shutdown-hook", "off"));
  }
}
