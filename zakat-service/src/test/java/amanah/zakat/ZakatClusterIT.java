package amanah.zakat;

import static amanah.zakat.ZakatNode.await;
import static amanah.zakat.ZakatNode.done;
import static amanah.zakat.ZakatWords.cash;
import static amanah.zakat.ZakatWords.distribution;
import static amanah.zakat.ZakatWords.gold;
import static amanah.zakat.ZakatWords.report;
import static amanah.zakat.ZakatWords.usd;
import static amanah.zakat.ZakatWords.wealth;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.CampaignId;
import amanah.id.PublicationId;
import amanah.money.Money;
import amanah.protocol.zakat.ZakatReported;
import amanah.testing.FreePorts;
import amanah.testing.PostgresExtension;
import amanah.zakat.application.Reply;
import amanah.zakat.domain.arithmetic.Total;
import amanah.zakat.domain.fund.Asnaf;
import amanah.zakat.domain.fund.DistributionReceipt;
import amanah.zakat.domain.question.SimpleAnswer;
import amanah.zakat.domain.statistics.Statistics;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several nodes in one process, with one calculator among them that moves. */
final class ZakatClusterIT {

  private static final int NODES = 3;
  private static final long MEET_SECONDS_MAX = 90;
  private static final int CALCULATIONS_AFTER = 50;

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  /** The oldest first: it has the calculator. */
  private static final List<ZakatNode> CLUSTER = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    List<Integer> ports = FreePorts.choose(NODES);
    CLUSTER.add(join(ports, 0, "zakat").join());
    List<CompletableFuture<ZakatNode>> others =
        List.of(join(ports, 1, "zakat"), join(ports, 2, "campaign"));
    others.forEach(node -> CLUSTER.add(node.orTimeout(MEET_SECONDS_MAX, TimeUnit.SECONDS).join()));
  }

  @AfterAll
  static void stop() {
    CLUSTER.forEach(ZakatNode::close);
  }

  private static CompletableFuture<ZakatNode> join(List<Integer> ports, int index, String role) {
    String contactPoints =
        String.join(",", ports.stream().map(port -> "127.0.0.1:" + port).toList());
    Map<String, Object> settings = new HashMap<>();
    settings.put("amanah.cluster.remote-port", 0);
    settings.put("amanah.cluster.management-port", ports.get(index));
    settings.put("amanah.cluster.contact-points", contactPoints);
    settings.put("amanah.cluster.contact-points-required", 1);
    settings.put("amanah.cluster.roles", role);
    settings.put("amanah.journal.connections", 3);
    settings.put(
        "akka.management.cluster.bootstrap.contact-point-discovery.contact-with-all-contact-points",
        "off");
    settings.put("amanah.zakat.calculate-timeout", "1s");
    return CompletableFuture.supplyAsync(
        () -> ZakatNode.start(POSTGRES, settings), Thread::startVirtualThread);
  }

  private static ZakatNode through(int node) {
    return CLUSTER.get(node % CLUSTER.size());
  }

  @Test
  void whatever_node_is_asked_the_one_calculator_answers() {
    Currency euro = Currency.getInstance("EUR");
    CampaignId well = CampaignId.of("euro-well");
    LocalDate day = LocalDate.of(2026, 2, 27);

    ZakatReported reported = through(2).report(report(well, 0, 1, Money.of(10_000, euro)));
    DistributionReceipt receipt =
        done(
            through(0)
                .zakat()
                .distribute(distribution("bread", Asnaf.FUQARA, Money.of(100, euro))));
    done(through(1).zakat().publish(PublicationId.of("gold"), gold(day, "90")));

    assertThat(reported).isEqualTo(new ZakatReported.Position(well, 1));
    for (ZakatNode node : CLUSTER) {
      assertThat(done(node.zakat().fund()).of(euro)).isEqualTo(receipt.fund());
      assertThat(done(node.zakat().calculate(cash(100_000))).figures().prices().gold()).isPresent();
    }
  }

  @Test
  void when_the_calculator_moves_calculations_are_answered_and_all_are_counted_in_the_end() {
    Currency pound = Currency.getInstance("GBP");
    CampaignId well = CampaignId.of("pound-well");
    through(1).report(report(well, 0, 1, Money.of(10_000, pound)));
    done(through(1).zakat().reset());
    ZakatNode leaving = CLUSTER.removeFirst();

    CompletableFuture<Void> stopped =
        CompletableFuture.runAsync(leaving::close, Thread::startVirtualThread);
    List<CompletionStage<Reply<SimpleAnswer>>> answers = new ArrayList<>();
    List<CompletionStage<Reply<DistributionReceipt>>> changes = new ArrayList<>();
    int count = 0;
    for (int after = 0; after < CALCULATIONS_AFTER; count++) {
      after += stopped.isDone() ? 1 : 0;
      answers.add(through(count).zakat().calculate(wealth(1_000 + count % 7)));
      await(answers.getLast());
      if (count % 100 == 0) {
        changes.add(
            through(count)
                .zakat()
                .distribute(distribution("moves-" + count, Asnaf.MASAKIN, Money.of(1, pound))));
        await(changes.getLast());
      }
    }

    assertThat(answers).allSatisfy(answer -> done(answer));
    assertThat(changes).allSatisfy(change -> done(change));
    assertThat(done(through(0).zakat().fund()).of(pound).available())
        .isEqualTo(Total.of(10_000 - changes.size(), pound));
    Statistics counted = counted(answers.size());
    assertThat(counted.totalCalculations()).isEqualTo(answers.size());
    assertThat(counted.totalZakat()).containsExactly(due(answers));
    assertThat(through(1).report(report(well, 0, 1, Money.of(10_000, pound))))
        .isEqualTo(new ZakatReported.Position(well, 1));
  }

  /** Every node's answers are told within moments. */
  private static Statistics counted(long expected) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    Statistics seen = done(through(0).zakat().statistics());
    while (seen.totalCalculations() != expected && System.nanoTime() < deadline) {
      seen = done(through(0).zakat().statistics());
    }
    return seen;
  }

  private static Total due(List<CompletionStage<Reply<SimpleAnswer>>> answers) {
    Total due = Total.of(usd(0));
    for (CompletionStage<Reply<SimpleAnswer>> answer : answers) {
      due = due.plus(done(answer).zakat().zakat());
    }
    return due;
  }
}
