package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.node.LocalCluster;
import amanah.deploy.node.NodeSettings;
import amanah.deploy.node.RunningNode;
import amanah.testing.ListeningClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Listeners whose node is killed while donations come, and who go on at another one. */
@Timeout(600)
class KilledListenerIT {

  private static final int NODES = 3;
  private static final int LISTENERS_OF_A_NODE = 4;
  private static final int DONATIONS = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final PatientCaller caller = new PatientCaller();
  private final List<ListeningClient> listeners = new ArrayList<>();

  @TempDir Path directory;

  @Test
  void listeners_of_a_killed_node_miss_and_repeat_nothing() throws InterruptedException {
    List<URI> ready = new CopyOnWriteArrayList<>();
    try (RunningNode cluster =
        new LocalCluster().start(new NodeSettings(NODES, 0, directory, null), ready::add)) {
      List<URI> nodes = List.copyOf(ready);
      caller.post(
          nodes,
          "/v1/campaigns",
          "{\"campaignId\":\"well\",\"title\":\"W\",\"goal\":" + money() + "}");
      give(nodes, "before");
      listen(nodes);

      assertThat(aNode().destroyForcibly()).isTrue();
      give(nodes, "while-it-is-away");
      await(() -> movedListeners() == LISTENERS_OF_A_NODE);
      long last = give(nodes, "after");

      await(() -> listeners.stream().allMatch(listener -> listener.position() == last));
      assertThat(cluster.terminated().toCompletableFuture()).isNotDone();
      ListeningClient first = listeners.getFirst();
      assertThat(first.events().stream().map(ListeningClient.Event::id))
          .containsExactlyElementsOf(
              LongStream.rangeClosed(1, last).mapToObj(Long::toString).toList());
      for (ListeningClient listener : listeners) {
        int known = first.events().size() - listener.events().size();
        assertThat(listener.problems()).isEmpty();
        assertThat(listener.events())
            .isEqualTo(first.events().subList(known, first.events().size()));
      }
    } finally {
      listeners.forEach(ListeningClient::close);
      caller.close();
    }
  }

  /** Some from the beginning and some from later; whose node goes comes back to the next. */
  private void listen(List<URI> nodes) {
    for (int index = 0; index < NODES * LISTENERS_OF_A_NODE; index++) {
      listeners.add(new ListeningClient(caller.client(), nodes.get(index % NODES), "well", index));
    }
    await(() -> listeners.stream().allMatch(listener -> listener.streams() == 1));
    for (int index = 0; index < listeners.size(); index++) {
      listeners.get(index).comeBackTo(nodes.get((index + 1) % NODES));
    }
  }

  private long movedListeners() {
    return listeners.stream().filter(listener -> listener.streams() > 1).count();
  }

  /** Donations one after the other; says how far the campaign has come with the last. */
  private long give(List<URI> nodes, String prefix) throws InterruptedException {
    long sequence = 0;
    for (int index = 0; index < DONATIONS; index++) {
      sequence =
          caller
              .post(
                  nodes,
                  "/v1/campaigns/well/donations",
                  "{\"donationId\":\"%s-%d\",\"amount\":%s,\"payment\":{\"method\":\"captured\",\"reference\":\"bank\"}}"
                      .formatted(prefix, index, money()))
              .path("sequence")
              .asLong();
    }
    return sequence;
  }

  private static String money() {
    return "{\"amount\":\"1.00\",\"currency\":\"USD\"}";
  }

  private static ProcessHandle aNode() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().filter(java -> java.endsWith("java")).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it has not happened").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
