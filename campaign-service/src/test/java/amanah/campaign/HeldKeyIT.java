package amanah.campaign;

import static amanah.campaign.TestDonations.await;
import static amanah.campaign.TestDonations.donation;
import static amanah.campaign.TestDonations.done;
import static amanah.campaign.TestDonations.terms;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.application.Campaigns;
import amanah.campaign.application.DonationReceipt;
import amanah.campaign.application.Reply;
import amanah.id.CampaignId;
import amanah.testing.PostgresExtension;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A stranger's transaction that stays open and has written the next event of some campaigns, as
 * that of a node that was frozen in the middle of a write.
 */
class HeldKeyIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final int BYSTANDERS = 40;
  private static final Duration HELD = Duration.ofSeconds(4);
  private static final Duration DELAY_MAX = Duration.ofSeconds(1);
  private static final long PAUSE_MS = 20;
  private static final String HOLD =
      """
      INSERT INTO campaign.event_journal (persistence_id, sequence_number, writer, event_ser_id,
        event_ser_manifest, event_payload)
      SELECT persistence_id, max(sequence_number) + 1, 'a stranger', 1401, 'views-counted.v1', ''
      FROM campaign.event_journal WHERE persistence_id = 'campaign|' || ? GROUP BY persistence_id
      """;

  private static TestNode node;

  @BeforeAll
  static void start() {
    node = TestNode.start(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static Campaigns campaigns() {
    return node.node().campaigns();
  }

  private static List<CampaignId> opened(String name, int count) {
    List<CampaignId> ids =
        IntStream.range(0, count).mapToObj(n -> CampaignId.of(name + "-" + n)).toList();
    ids.forEach(id -> done(campaigns().open(id, terms(1_000_000), false)));
    ids.forEach(id -> done(campaigns().donate(id, donation("first", 100))));
    return ids;
  }

  /** Twenty-five are more failures in a row than open the journal's circuit breaker. */
  @ParameterizedTest
  @ValueSource(ints = {1, 25})
  void campaigns_whose_next_key_is_held_delay_the_others_by_less_than_a_second(
      int held, TestReporter reporter) throws SQLException {
    List<CampaignId> stuck = opened("stuck-of-" + held, held);
    List<CampaignId> bystanders = opened("bystander-of-" + held, BYSTANDERS);

    try (Connection stranger = POSTGRES.connect()) {
      hold(stranger, stuck);
      Donors onStuck = new Donors(stuck);
      Donors onOthers = new Donors(bystanders);
      await(CompletableFuture.allOf(onStuck.give(), onOthers.give()));

      reporter.publishEntry("held " + held, onOthers.summary());
      assertThat(onStuck.done.get()).as("nobody passes the stranger").isZero();
      assertThat(onStuck.refused.get()).isGreaterThanOrEqualTo(held);
      assertThat(onOthers.refused.get()).as("the others: %s", onOthers.summary()).isZero();
      assertThat(onOthers.delayMax()).as(onOthers.summary()).isLessThan(DELAY_MAX);
      stranger.rollback();
    }

    stuck.forEach(id -> PatientCaller.done(() -> campaigns().donate(id, donation("last", 100))));
  }

  @Test
  void a_session_that_postgresql_ends_for_its_idle_transaction_lets_its_campaign_go()
      throws SQLException {
    List<CampaignId> stuck = opened("let-go", 1);
    try (Connection stranger = POSTGRES.connect();
        Statement statement = stranger.createStatement()) {
      statement.execute("SET idle_in_transaction_session_timeout = '2s'");
      hold(stranger, stuck);
      Reply<DonationReceipt> during =
          await(campaigns().donate(stuck.getFirst(), donation("held", 100)));

      DonationReceipt after =
          PatientCaller.done(() -> campaigns().donate(stuck.getFirst(), donation("held", 100)));

      assertThat(during).isInstanceOf(Reply.Refused.class);
      assertThat(after.campaign().donationCount()).isEqualTo(2);
      assertThat(stranger.isValid(1)).isFalse();
    }
  }

  private static void hold(Connection stranger, List<CampaignId> stuck) throws SQLException {
    stranger.setAutoCommit(false);
    try (PreparedStatement insert = stranger.prepareStatement(HOLD)) {
      for (CampaignId id : stuck) {
        insert.setString(1, id.value());
        assertThat(insert.executeUpdate()).isOne();
      }
    }
  }

  /** One donor for each campaign: all begin at once, and each gives again after each answer. */
  private static final class Donors {

    private final List<CampaignId> campaigns;
    private final Queue<Long> delaysNanos = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    Donors(List<CampaignId> campaigns) {
      this.campaigns = campaigns;
    }

    CompletableFuture<Void> give() {
      long endNanos = System.nanoTime() + HELD.toNanos();
      Stream<CompletableFuture<Void>> donors =
          campaigns.stream().map(campaign -> give(campaign, 0, endNanos));
      return CompletableFuture.allOf(donors.toArray(CompletableFuture<?>[]::new));
    }

    private CompletableFuture<Void> give(CampaignId campaign, int count, long endNanos) {
      long startNanos = System.nanoTime();
      if (startNanos >= endNanos) {
        return CompletableFuture.completedFuture(null);
      }
      return campaigns()
          .donate(campaign, donation("d-" + count, 100))
          .toCompletableFuture()
          .thenAccept(reply -> note(reply, System.nanoTime() - startNanos))
          .thenComposeAsync(
              noted -> give(campaign, count + 1, endNanos),
              CompletableFuture.delayedExecutor(PAUSE_MS, TimeUnit.MILLISECONDS));
    }

    private void note(Reply<DonationReceipt> reply, long nanos) {
      delaysNanos.add(nanos);
      switch (reply) {
        case Reply.Done<DonationReceipt> yes -> done.incrementAndGet();
        case Reply.Refused<DonationReceipt> no -> refused.incrementAndGet();
      }
    }

    Duration delayMax() {
      return Duration.ofNanos(delaysNanos.stream().mapToLong(Long::longValue).max().orElseThrow());
    }

    String summary() {
      long[] sorted = delaysNanos.stream().mapToLong(Long::longValue).sorted().toArray();
      return "%d donations, %d refused, 99 %% within %d ms, all within %d ms"
          .formatted(
              sorted.length,
              refused.get(),
              TimeUnit.NANOSECONDS.toMillis(sorted[sorted.length * 99 / 100]),
              delayMax().toMillis());
    }
  }
}
