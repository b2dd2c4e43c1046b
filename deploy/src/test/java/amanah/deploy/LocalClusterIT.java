package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.node.LocalCluster;
import amanah.deploy.node.NodeSettings;
import amanah.deploy.node.RunningNode;
import amanah.testing.ListeningClient;
import amanah.testing.Waiting;
import amanah.testing.WatchingClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.armeria.client.ClientFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code amanah up --nodes 3}: three processes, one of which is killed in each test. */
@Timeout(600)
class LocalClusterIT {

  private static final int NODES = 3;
  private static final int WELLS = 12;
  private static final int LISTENERS_OF_A_NODE = 4;
  private static final int WATCHERS_OF_A_NODE = 2;
  private static final int GIVERS = 8;
  private static final int DONATIONS_MIN = 500;
  private static final long READY_SECONDS_MAX = 120;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ClientFactory CLIENTS = WatchingClient.clients();
  private static final BlockingQueue<URI> READY = new LinkedBlockingQueue<>();

  @TempDir static Path directory;

  private static RunningNode cluster;
  private static List<URI> uris;

  @BeforeAll
  static void start() throws InterruptedException {
    cluster = new LocalCluster().start(new NodeSettings(NODES, 0, directory, null), READY::add);
    uris = READY.stream().toList();
    assertThat(uris).hasSize(NODES).doesNotHaveDuplicates();
  }

  @AfterAll
  static void stop() {
    cluster.close();
    CLIENT.shutdownNow();
    CLIENTS.close();
    assertThat(nodes()).isEmpty();
  }

  @BeforeEach
  void awaitWhole() {
    await(() -> uris.stream().allMatch(LocalClusterIT::isReady));
    READY.clear();
  }

  @Test
  void a_killed_node_leaves_the_others_serving_and_is_started_again_and_joins()
      throws InterruptedException {
    for (int well = 0; well < WELLS; well++) {
      served(List.of(uris.get(well % NODES)), "/v1/campaigns", terms("well-" + well));
    }

    assertThat(nodes().getFirst().destroyForcibly()).isTrue();
    JsonNode receipt = served(uris, "/v1/campaigns/well-0/donations", donation("d1"));
    boolean servedMeanwhile = READY.isEmpty();
    for (int well = 1; well < WELLS; well++) {
      served(uris, "/v1/campaigns/well-" + well + "/donations", donation("d1"));
    }
    URI back = READY.poll(READY_SECONDS_MAX, TimeUnit.SECONDS);

    assertThat(servedMeanwhile).as("the others served while it was away").isTrue();
    assertThat(back).as("the killed node is at its place again").isIn(uris);
    JsonNode replayed = served(List.of(back), "/v1/campaigns/well-0/donations", donation("d1"));
    assertThat(receipt.path("sequence")).isEqualTo(replayed.path("sequence"));
    assertThat(replayed.at("/campaign/donationCount").asInt()).isEqualTo(1);
    assertThat(cluster.terminated().toCompletableFuture()).isNotDone();
  }

  @Test
  void listeners_of_a_killed_node_miss_and_repeat_nothing_under_a_load_of_donations()
      throws InterruptedException {
    served(uris, "/v1/campaigns", terms("heard"));
    Givers givers = new Givers();
    await(() -> givers.given() > DONATIONS_MIN);
    List<ListeningClient> listeners = new ArrayList<>();
    List<WatchingClient> watchers = new ArrayList<>();
    for (int index = 0; index < NODES * LISTENERS_OF_A_NODE; index++) {
      listeners.add(new ListeningClient(CLIENT, node(index), "heard", index));
    }
    for (int index = 0; index < NODES * WATCHERS_OF_A_NODE; index++) {
      watchers.add(new WatchingClient(CLIENTS, node(index), "heard", index));
    }
    await(() -> listeners.stream().allMatch(listener -> listener.streams() == 1));
    await(() -> watchers.stream().allMatch(watcher -> watcher.streams() == 1));
    for (int index = 0; index < listeners.size(); index++) {
      listeners.get(index).comeBackTo(node(index + 1));
    }
    for (int index = 0; index < watchers.size(); index++) {
      watchers.get(index).comeBackTo(node(index + 1));
    }

    assertThat(nodes().getFirst().destroyForcibly()).isTrue();
    await(() -> moved(listeners) == LISTENERS_OF_A_NODE && moving(watchers) == WATCHERS_OF_A_NODE);
    long whenMoved = givers.given();
    await(() -> givers.given() > whenMoved + DONATIONS_MIN);
    long last = givers.stop();

    await(() -> listeners.stream().allMatch(listener -> listener.position() == last));
    await(() -> watchers.stream().allMatch(watcher -> watcher.position() == last));
    assertThatAllHeardTheSame(listeners, last);
    assertThatAllSawTheSame(watchers, last);
    assertThat(cluster.terminated().toCompletableFuture()).isNotDone();
  }

  private static long moved(List<ListeningClient> listeners) {
    return listeners.stream().filter(listener -> listener.streams() > 1).count();
  }

  private static long moving(List<WatchingClient> watchers) {
    return watchers.stream().filter(watcher -> watcher.streams() > 1).count();
  }

  private static void assertThatAllHeardTheSame(List<ListeningClient> listeners, long last) {
    ListeningClient first = listeners.getFirst();
    assertThat(first.events().stream().map(ListeningClient.Event::id))
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, last).mapToObj(Long::toString).toList());
    for (ListeningClient listener : listeners) {
      int known = first.events().size() - listener.events().size();
      assertThat(listener.problems()).isEmpty();
      assertThat(listener.events()).isEqualTo(first.events().subList(known, first.events().size()));
      listener.close();
    }
  }

  private static void assertThatAllSawTheSame(List<WatchingClient> watchers, long last) {
    WatchingClient first = watchers.getFirst();
    assertThat(first.events()).hasSize((int) last);
    for (WatchingClient watcher : watchers) {
      int known = first.events().size() - watcher.events().size();
      assertThat(watcher.problems()).isEmpty();
      assertThat(watcher.events()).isEqualTo(first.events().subList(known, first.events().size()));
      watcher.close();
    }
  }

  /** Callers who give and give again, each when he has his last receipt, through any node. */
  private static final class Givers {

    private final AtomicLong given = new AtomicLong();
    private final AtomicLong last = new AtomicLong();
    private final CompletableFuture<?> all;
    private volatile boolean enough;

    Givers() {
      List<CompletableFuture<?>> each = new ArrayList<>();
      for (int giver = 0; giver < GIVERS; giver++) {
        String name = "giver-" + giver;
        each.add(CompletableFuture.runAsync(() -> give(name), Thread::startVirtualThread));
      }
      all = CompletableFuture.allOf(each.toArray(CompletableFuture[]::new));
    }

    long given() {
      return given.get();
    }

    /** How far the campaign has come when they have their last receipts. */
    long stop() {
      enough = true;
      all.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
      return last.get();
    }

    private void give(String name) {
      try {
        for (int number = 0; !enough; number++) {
          JsonNode receipt =
              served(uris, "/v1/campaigns/heard/donations", donation(name + "-" + number));
          last.accumulateAndGet(receipt.path("sequence").asLong(), Math::max);
          given.incrementAndGet();
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }
  }

  private static URI node(int index) {
    return uris.get(index % NODES);
  }

  private static String terms(String campaignId) {
    // Without milestones each event is one of donations, so that the last receipt names the last.
    return "{\"campaignId\":\"%s\",\"title\":\"W\",\"milestones\":[],\"goal\":%s}"
        .formatted(campaignId, money(900));
  }

  private static String donation(String donationId) {
    return "{\"donationId\":\"%s\",\"amount\":%s,\"payment\":{\"method\":\"captured\",\"reference\":\"bank\"}}"
        .formatted(donationId, money(5));
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

  private static boolean isReady(URI node) {
    try {
      HttpRequest request = HttpRequest.newBuilder(node.resolve("/readyz")).build();
      return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException away) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** As callers do: the same again, through the next of these nodes, until one has done it. */
  private static JsonNode served(List<URI> doors, String path, String body)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int attempt = 0; System.nanoTime() < deadline; attempt++) {
      HttpRequest request =
          HttpRequest.newBuilder(doors.get(attempt % doors.size()).resolve(path))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      try {
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
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

  private static void await(BooleanSupplier condition) {
    Waiting.until(PATIENCE, condition);
  }
}
