package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.node.LocalCluster;
import amanah.deploy.node.NodeSettings;
import amanah.deploy.node.RunningNode;
import amanah.testing.ListeningClient;
import amanah.testing.Waiting;
import amanah.testing.WatchingClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.linecorp.armeria.client.ClientFactory;
import java.net.URI;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Listeners of both doors whose node is killed while donations come, and who go on at another. */
@Timeout(600)
class KilledListenerIT {

  private static final int NODES = 3;
  private static final int LISTENERS_OF_A_NODE = 4;
  private static final int WATCHERS_OF_A_NODE = 2;
  private static final int GIVERS = 8;
  private static final int DONATIONS_MIN = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String MONEY = "{\"amount\":\"5.00\",\"currency\":\"USD\"}";

  /** Without milestones each event is one of donations, so that the last receipt names the last. */
  private static final String TERMS =
      "{\"campaignId\":\"heard\",\"title\":\"W\",\"milestones\":[],\"goal\":" + MONEY + "}";

  private final PatientCaller caller = new PatientCaller();
  private final ClientFactory watching = WatchingClient.clients();

  @TempDir Path directory;

  private RunningNode cluster;
  private List<URI> nodes = List.of();

  @BeforeEach
  void start() throws InterruptedException {
    BlockingQueue<URI> ready = new LinkedBlockingQueue<>();
    cluster = new LocalCluster().start(new NodeSettings(NODES, 0, directory, null), ready::add);
    nodes = List.copyOf(ready);
  }

  @AfterEach
  void stop() {
    cluster.close();
    caller.close();
    watching.close();
  }

  @Test
  void listeners_of_a_killed_node_miss_and_repeat_nothing_under_a_load_of_donations()
      throws InterruptedException {
    caller.post(nodes, "/v1/campaigns", TERMS);
    Givers givers = new Givers();
    await(() -> givers.given() > DONATIONS_MIN);
    List<ListeningClient> listeners = new ArrayList<>();
    List<WatchingClient> watchers = new ArrayList<>();
    for (int index = 0; index < NODES * LISTENERS_OF_A_NODE; index++) {
      listeners.add(new ListeningClient(caller.client(), node(index), "heard", index));
    }
    for (int index = 0; index < NODES * WATCHERS_OF_A_NODE; index++) {
      watchers.add(new WatchingClient(watching, node(index), "heard", index));
    }
    await(() -> listeners.stream().allMatch(listener -> listener.streams() == 1));
    await(() -> watchers.stream().allMatch(watcher -> watcher.streams() == 1));
    for (int index = 0; index < listeners.size(); index++) {
      listeners.get(index).comeBackTo(node(index + 1));
    }
    for (int index = 0; index < watchers.size(); index++) {
      watchers.get(index).comeBackTo(node(index + 1));
    }

    assertThat(aNode().destroyForcibly()).isTrue();
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
  private final class Givers {

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
              caller.post(nodes, "/v1/campaigns/heard/donations", donation(name + "-" + number));
          last.accumulateAndGet(receipt.path("sequence").asLong(), Math::max);
          given.incrementAndGet();
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }
  }

  private URI node(int index) {
    return nodes.get(index % NODES);
  }

  private static String donation(String donationId) {
    return "{\"donationId\":\"%s\",\"amount\":%s,\"payment\":{\"method\":\"captured\",\"reference\":\"bank\"}}"
        .formatted(donationId, MONEY);
  }

  private static ProcessHandle aNode() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().filter(java -> java.endsWith("java")).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static void await(BooleanSupplier condition) {
    Waiting.until(PATIENCE, condition);
  }
}
