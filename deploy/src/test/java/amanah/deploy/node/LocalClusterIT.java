package amanah.deploy.node;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.PatientCaller;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code amanah up --nodes 3}: three processes, of which the one with the calculator of zakat is
 * killed, while zakat is given and calculated at the doors of the others.
 */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalClusterIT {

  private static final int NODES = 3;
  private static final int WELLS = 12;
  private static final int DONATIONS_AFTER = 20;
  private static final Duration BACK_MAX = Duration.ofMinutes(2);
  private static final Duration COUNTED_MAX = Duration.ofMinutes(1);

  private final PatientCaller caller = new PatientCaller();
  private final BlockingQueue<URI> ready = new LinkedBlockingQueue<>();
  private LocalCluster.Running cluster;
  private List<URI> doors = List.of();
  private List<URI> others = List.of();
  private @Nullable URI back;
  private JsonNode firstReceipt;
  private int servedMeanwhile;
  private int donations;
  private int calculations;
  private BigDecimal due = BigDecimal.ZERO;

  @BeforeAll
  void kill_the_node_of_the_calculator(@TempDir Path directory) throws InterruptedException {
    cluster = new LocalCluster().start(new NodeSettings(NODES, 0, directory, null), ready::add);
    doors = ready.stream().toList();
    ready.clear();
    for (int well = 0; well < WELLS; well++) {
      caller.post(List.of(doors.get(well % NODES)), "/v1/campaigns", terms(well));
    }
    URI calculator = doorOfTheCalculator();
    others = doors.stream().filter(door -> !door.equals(calculator)).toList();
    giveAndCalculate(WELLS);

    cluster.kill(calculator);
    calculate();
    firstReceipt = give();
    long deadline = System.nanoTime() + BACK_MAX.toNanos();
    while (ready.isEmpty() && System.nanoTime() < deadline) {
      servedMeanwhile++;
      giveAndCalculate(1);
    }
    back = ready.poll();
    giveAndCalculate(DONATIONS_AFTER);
  }

  @AfterAll
  void stop() {
    caller.close();
    cluster.close();
    assertThat(nodes()).isEmpty();
  }

  private URI doorOfTheCalculator() throws InterruptedException {
    for (URI door : doors) {
      JsonNode view = caller.get(List.of(door), "/v1/cluster");
      for (JsonNode member : view.path("members")) {
        if (member.path("oldest").asBoolean() && member.path("address").equals(view.path("self"))) {
          return door;
        }
      }
    }
    throw new AssertionError("none of " + doors + " is the oldest");
  }

  private void giveAndCalculate(int count) throws InterruptedException {
    for (int index = 0; index < count; index++) {
      give();
      calculate();
    }
  }

  private JsonNode give() throws InterruptedException {
    JsonNode receipt = give(others, donations);
    donations++;
    return receipt;
  }

  private JsonNode give(List<URI> through, int number) throws InterruptedException {
    return caller.post(
        through,
        "/v1/campaigns/well-%d/donations".formatted(number % WELLS),
        """
        {"donationId":"d-%d","amount":%s,"designation":"zakat",\
        "payment":{"method":"captured","reference":"bank"}}"""
            .formatted(number, money(5)));
  }

  private void calculate() throws InterruptedException {
    JsonNode answer =
        caller.post(
            List.of(others.get(calculations % others.size())),
            "/v1/zakat/calculate",
            "{\"wealth\":%s,\"nisab\":%s}".formatted(money(1_000 + calculations), money(85)));
    due = due.add(new BigDecimal(answer.at("/zakat/amount").asText()));
    calculations++;
  }

  private static String terms(int well) {
    return "{\"campaignId\":\"well-%d\",\"title\":\"W\",\"zakatEligible\":true,\"goal\":%s}"
        .formatted(well, money(900));
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

  @Test
  void the_others_serve_while_it_is_away() {
    assertThat(servedMeanwhile).isPositive();
  }

  @Test
  void it_is_started_again_at_its_place_and_joins() throws InterruptedException {
    assertThat(back).isIn(doors).isNotIn(others);
    JsonNode replayed = give(List.of(requireNonNull(back)), WELLS);
    assertThat(replayed.path("sequence")).isEqualTo(firstReceipt.path("sequence"));
    assertThat(cluster.terminated().toCompletableFuture()).isNotDone();
  }

  @Test
  void what_was_collected_is_exact() throws InterruptedException {
    String expected = 5 * donations + ".00";

    assertThat(once(expected, "/v1/zakat/fund", "/currencies/0/collected/amount"))
        .isEqualTo(expected);
  }

  @Test
  void what_the_others_answered_is_counted_once() throws InterruptedException {
    assertThat(once(due.toPlainString(), "/v1/zakat/statistics", "/totalZakat/0/amount"))
        .isEqualTo(due.toPlainString());
    assertThat(caller.get(others, "/v1/zakat/statistics").path("totalCalculations").asInt())
        .isEqualTo(calculations);
  }

  /** What stands there once it is the expected, or at last. */
  private String once(String expected, String path, String pointer) throws InterruptedException {
    long deadline = System.nanoTime() + COUNTED_MAX.toNanos();
    String seen = caller.get(others, path).at(pointer).asText();
    while (!seen.equals(expected) && System.nanoTime() < deadline) {
      seen = caller.get(others, path).at(pointer).asText();
    }
    return seen;
  }
}
