package amanah.campaign.batching;

import static amanah.campaign.batching.BatcherBench.limits;
import static amanah.campaign.batching.BatcherBench.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.testkit.typed.javadsl.LoggingTestKit;
import akka.actor.testkit.typed.javadsl.ManualTime;
import akka.actor.testkit.typed.javadsl.TestInbox;
import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Donations;
import amanah.campaign.domain.Refusal;
import amanah.campaign.domain.Summaries;
import amanah.campaign.ledger.FakeLedger;
import amanah.campaign.ledger.LedgerMessage;
import amanah.money.Money;
import amanah.testing.ActorTestKitExtension;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BatcherLimitsTest {

  @RegisterExtension
  static final ActorTestKitExtension ACTORS = new ActorTestKitExtension(ManualTime.config());

  private final BatcherBench bench = new BatcherBench(ACTORS.kit(), limits(2, 4));

  @Nested
  final class Pending_donations {

    @Test
    void are_refused_beyond_the_limit_and_those_before_lose_nothing() {
      TestInbox<DonationsSettled> first = bench.donate("a");
      TestInbox<DonationsSettled> second = bench.donate("b", "c");
      TestInbox<DonationsSettled> refused = bench.donate("d", "e");
      TestInbox<DonationsSettled> fourth = bench.donate("f");
      TestInbox<DonationsSettled> fifth = bench.donate("g");

      FakeLedger.record(bench.ledger.received(), 2);
      FakeLedger.record(bench.ledger.received(), 3);
      FakeLedger.record(bench.ledger.received(), 4);

      assertThat(words(refused.receiveMessage())).containsExactly("d OVERLOADED", "e OVERLOADED");
      assertThat(words(fifth.receiveMessage())).containsExactly("g OVERLOADED");
      assertThat(words(first.receiveMessage())).containsExactly("a done");
      assertThat(words(second.receiveMessage())).containsExactly("b done", "c done");
      assertThat(words(fourth.receiveMessage())).containsExactly("f done");
    }

    @Test
    void have_room_again_once_a_batch_is_settled() {
      bench.donate("a", "b");
      bench.donate("c", "d");

      FakeLedger.record(bench.ledger.received(), 2);
      bench.donate("e", "f");
      FakeLedger.record(bench.ledger.received(), 3);

      assertThat(FakeLedger.ids(bench.ledger.received())).containsExactly("e", "f");
    }

    @Test
    void that_were_refused_are_in_no_counter() {
      bench.donate("a", "b", "c", "d");

      bench.donate("e");

      assertThat(bench.status())
          .isEqualTo(
              new BatcherStatus(
                  BatcherStatus.Activity.PROCESSING,
                  4,
                  0,
                  0,
                  0,
                  4,
                  Money.of(0, Donations.USD),
                  null));
    }
  }

  @Nested
  final class A_flush {

    @Test
    void of_nothing_returns_at_once() {
      assertThat(bench.flush().hasMessages()).isTrue();
    }

    @Test
    void returns_when_what_was_pending_at_the_call_is_settled() {
      bench.donate("a");
      bench.donate("b", "c");
      TestInbox<BatcherReply> flush = bench.flush();
      bench.record(bench.ledger.received());
      boolean early = flush.hasMessages();
      bench.donate("d", "e");

      bench.record(bench.ledger.received());

      assertThat(early).isFalse();
      assertThat(flush.receiveMessage())
          .isEqualTo(
              new BatcherReply.Reported(
                  new BatcherStatus(
                      BatcherStatus.Activity.PROCESSING,
                      2,
                      3,
                      0,
                      0,
                      5,
                      Money.of(3, Donations.USD),
                      bench.clock.instant())));
      assertThat(flush.hasMessages()).isFalse();
    }

    @Test
    void returns_also_when_what_was_pending_is_refused() {
      bench.donate("a");
      TestInbox<BatcherReply> flush = bench.flush();

      FakeLedger.refuse(bench.ledger.received(), Refusal.CAMPAIGN_NOT_FOUND);

      assertThat(flush.receiveMessage()).isInstanceOf(BatcherReply.Reported.class);
    }

    @Test
    void is_refused_when_too_many_wait_for_one() {
      bench.donate("a");
      TestInbox<BatcherReply> first = bench.flush();
      TestInbox<BatcherReply> second = bench.flush();
      TestInbox<BatcherReply> third = bench.flush();

      FakeLedger.record(bench.ledger.received(), 2);

      assertThat(((BatcherReply.Refused) third.receiveMessage()).refusal())
          .isEqualTo(Refusal.OVERLOADED);
      assertThat(first.receiveMessage()).isInstanceOf(BatcherReply.Reported.class);
      assertThat(second.receiveMessage()).isInstanceOf(BatcherReply.Reported.class);
      assertThat(bench.flush().hasMessages()).isTrue();
    }
  }

  @Nested
  final class Its_status {

    @Test
    void is_idle_before_the_first_donation() {
      assertThat(bench.status())
          .isEqualTo(
              new BatcherStatus(
                  BatcherStatus.Activity.IDLE, 0, 0, 0, 0, 0, Money.of(0, Donations.USD), null));
    }

    @Test
    void counts_what_came_what_waits_and_what_is_settled_and_when() {
      bench.donate("a");
      bench.donate("b", "c", "d");
      bench.clock.pass(Duration.ofSeconds(1));
      LedgerMessage.Execute first = bench.ledger.received();

      bench.record(first);
      bench.clock.pass(Duration.ofSeconds(1));

      assertThat(bench.status())
          .isEqualTo(
              new BatcherStatus(
                  BatcherStatus.Activity.PROCESSING,
                  3,
                  1,
                  0,
                  0,
                  4,
                  Money.of(1, Donations.USD),
                  BatcherBench.START.plusSeconds(1)));
    }
  }

  @Nested
  final class What_came_to_nothing {

    @Test
    void is_counted_as_an_error_and_not_as_processed_when_it_is_refused() {
      bench.donate("a", "b");

      FakeLedger.refuse(bench.ledger.received(), Refusal.CAMPAIGN_NOT_ACTIVE);

      assertThat(bench.status()).isEqualTo(errors(2));
    }

    @Test
    void is_counted_so_when_one_of_a_batch_is_refused() {
      bench.donate("a", "b");
      LedgerMessage.Execute batch = bench.ledger.received();
      List<Donation> donations = FakeLedger.donations(batch);
      CampaignSummary after = Summaries.plus(bench.campaign, donations.subList(0, 1));

      FakeLedger.answer(
          batch,
          new Answer.DonationsAnswered(
              List.of(
                  new DonationOutcome.Recorded(
                      donations.get(0).donationId(), donations.get(0).amount(), 2, false),
                  new DonationOutcome.Refused(
                      donations.get(1).donationId(), Refusal.IDEMPOTENCY_MISMATCH, "other"))),
          Optional.of(after));

      assertThat(bench.status().processed()).isOne();
      assertThat(bench.status().errorCount()).isOne();
      assertThat(bench.status().total()).isEqualTo(2);
      assertThat(bench.status().processedAmount()).isEqualTo(donations.get(0).amount());
    }

    @Test
    void is_counted_so_when_nobody_waits_for_it_any_more() {
      bench.donate("a");
      bench.askedUntil = BatcherBench.START;
      bench.donate("b", "c");
      bench.clock.pass(Duration.ofSeconds(1));

      bench.record(bench.ledger.received());

      assertThat(bench.status().processed()).isOne();
      assertThat(bench.status().errorCount()).isEqualTo(2);
      assertThat(bench.status().total()).isEqualTo(3);
    }

    @Test
    void lets_nobody_wait_for_a_flush() {
      bench.donate("a");
      bench.askedUntil = BatcherBench.START;
      bench.donate("b");
      TestInbox<BatcherReply> flush = bench.flush();
      bench.clock.pass(Duration.ofSeconds(1));

      bench.record(bench.ledger.received());

      assertThat(flush.hasMessages()).isTrue();
    }

    private BatcherStatus errors(int count) {
      return new BatcherStatus(
          BatcherStatus.Activity.IDLE,
          0,
          0,
          0,
          count,
          count,
          Money.of(0, Donations.USD),
          bench.clock.instant());
    }
  }

  @Test
  void what_was_recorded_elsewhere_is_told_from_the_start() {
    bench.campaign = Summaries.plus(bench.campaign, List.of(Donations.donation("a", 7)));

    assertThat(bench.status().processed()).isOne();
    assertThat(bench.status().processedAmount()).isEqualTo(Money.of(7, Donations.USD));
    assertThat(bench.status().total()).isOne();
  }

  @Nested
  final class A_tick {

    private final ManualTime time = ManualTime.get(ACTORS.kit().system());

    @Test
    void says_that_a_write_takes_long() {
      bench.donate("a", "b");

      LoggingTestKit.warn("a batch of 2 donations has been written for PT30S")
          .withOccurrences(1)
          .expect(ACTORS.kit().system(), () -> pass(BatcherBench.TICK));
    }

    @Test
    void says_nothing_of_a_write_that_has_just_begun_or_is_over() {
      bench.donate("a");
      FakeLedger.record(bench.ledger.received(), 2);

      LoggingTestKit.warn("has been written for")
          .withOccurrences(0)
          .expect(
              ACTORS.kit().system(),
              () -> {
                pass(BatcherBench.TICK.minusNanos(1));
                bench.donate("b");
                return pass(Duration.ofNanos(1));
              });
    }

    private Duration pass(Duration duration) {
      bench.clock.pass(duration);
      time.timePasses(duration);
      return duration;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          batch | pending | flushes | tick  | message
          0     | 10      | 1       | PT1S  | batch-max 0, expected 1 to 500
          501   | 2000    | 1       | PT1S  | batch-max 501, expected 1 to 500
          10    | 9       | 1       | PT1S  | pending-max 9, expected at least batch-max 10
          10    | 10      | 0       | PT1S  | flush-waiting-max 0, expected at least 1
          10    | 10      | 1       | PT0S  | tick PT0S, expected more than nothing
          10    | 10      | 1       | PT-1S | tick PT-1S, expected more than nothing
          """)
  void limits_that_could_never_work_are_refused(
      int batch, int pending, int flushes, Duration tick, String message) {
    assertThatThrownBy(() -> new BatchLimits(batch, pending, flushes, tick)).hasMessage(message);
  }

  @Test
  void limits_may_be_as_narrow_as_one() {
    BatcherBench narrow =
        new BatcherBench(ACTORS.kit(), new BatchLimits(1, 1, 1, BatcherBench.TICK));

    TestInbox<DonationsSettled> first = narrow.donate("a");
    TestInbox<DonationsSettled> second = narrow.donate("b");
    FakeLedger.record(narrow.ledger.received(), 2);

    assertThat(words(first.receiveMessage())).containsExactly("a done");
    assertThat(words(second.receiveMessage())).containsExactly("b OVERLOADED");
  }
}
