package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.node.LocalCluster;
import amanah.deploy.node.NodeSettings;
import amanah.deploy.node.RunningNode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code amanah up --nodes 3}: three processes, one of which is killed. */
@Timeout(600)
class LocalClusterIT {

  private static final int NODES = 3;
  private static final int WELLS = 12;
  private static final long READY_SECONDS_MAX = 120;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final BlockingQueue<URI> ready = new LinkedBlockingQueue<>();

  @TempDir Path directory;

  @Test
  void a_killed_node_leaves_the_others_serving_and_is_started_again_and_joins()
      throws InterruptedException {
    try (RunningNode cluster =
        new LocalCluster().start(new NodeSettings(NODES, 0, directory, null), ready::add)) {
      List<URI> uris = ready.stream().toList();
      ready.clear();
      assertThat(uris).hasSize(NODES).doesNotHaveDuplicates();
      for (int well = 0; well < WELLS; well++) {
        served(List.of(uris.get(well % NODES)), "/v1/campaigns", terms(well));
      }

      nodes().getFirst().destroyForcibly();
      JsonNode receipt = served(uris, donations(0), donation());
      boolean servedMeanwhile = ready.isEmpty();
      for (int well = 1; well < WELLS; well++) {
        served(uris, donations(well), donation());
      }
      URI back = ready.poll(READY_SECONDS_MAX, TimeUnit.SECONDS);

      assertThat(servedMeanwhile).as("the others served while it was away").isTrue();
      assertThat(back).as("the killed node is at its place again").isIn(uris);
      JsonNode replayed = served(List.of(back), donations(0), donation());
      assertThat(receipt.path("sequence")).isEqualTo(replayed.path("sequence"));
      assertThat(replayed.at("/campaign/donationCount").asInt()).isEqualTo(1);
      assertThat(cluster.terminated().toCompletableFuture()).isNotDone();
    }
    assertThat(nodes()).isEmpty();
  }

  private static String terms(int well) {
    return "{\"campaignId\":\"well-%d\",\"title\":\"W\",\"goal\":%s}".formatted(well, money(900));
  }

  private static String donations(int well) {
    return "/v1/campaigns/well-" + well + "/donations";
  }

  private static String donation() {
    return "{\"donationId\":\"d1\",\"amount\":%s,\"payment\":{\"method\":\"captured\",\"reference\":\"bank\"}}"
        .formatted(money(5));
  }

  private static String money(int units) {
    return "{\"amount\":\"%d.00\",\"currency\":\"USD\"}".formatted(units);
  }

  /** The processes of nodes that this one has started. */
  private static List<ProcessHandle> nodes() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().filter(java -> java.endsWith("java")).isPresent())
        .toList();
  }

  /** As callers do: the same again, through the next of these nodes, until one has done it. */
  private JsonNode served(List<URI> doors, String path, String body) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int attempt = 0; System.nanoTime() < deadline; attempt++) {
      HttpRequest request =
          HttpRequest.newBuilder(doors.get(attempt % doors.size()).resolve(path))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      try {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() < 300) {
          return JSON.readTree(response.body());
        }
        assertThat(response.statusCode()).as(response.body()).isIn(503, 504);
      } catch (IOException away) {
        assertThat(doors).as("%s", away).hasSizeGreaterThan(1);
      }
    }
    throw new AssertionError("no answer from " + doors + path + " in " + PATIENCE);
  }
}
