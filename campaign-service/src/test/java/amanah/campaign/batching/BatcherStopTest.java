package amanah.campaign.batching;

import static amanah.campaign.batching.BatcherBench.limits;
import static amanah.campaign.batching.BatcherBench.words;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.LoggingTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import amanah.campaign.domain.Answer;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Donations;
import amanah.campaign.domain.Refusal;
import amanah.campaign.ledger.FakeLedger;
import amanah.campaign.ledger.LedgerMessage;
import amanah.campaign.ledger.LedgerReply;
import amanah.id.DonationId;
import amanah.money.Money;
import amanah.testing.ActorTestKitExtension;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

final class BatcherStopTest {

  @RegisterExtension static final ActorTestKitExtension ACTORS = new ActorTestKitExtension();

  private final BatcherBench bench = new BatcherBench(ACTORS.kit(), limits(3, 20));

  @Nested
  final class A_batcher_that_is_stopped {

    @Test
    void answers_what_is_in_flight_as_unknown_and_what_waits_as_not_recorded() {
      TestInbox<DonationsSettled> inFlight = bench.donate("a", "b");
      TestInbox<DonationsSettled> waiting = bench.donate("c");

      bench.stop();

      assertThat(words(inFlight.receiveMessage())).containsExactly("a TIMEOUT", "b TIMEOUT");
      assertThat(words(waiting.receiveMessage())).containsExactly("c UNAVAILABLE");
      assertThat(inFlight.hasMessages() || waiting.hasMessages()).isFalse();
    }

    @Test
    void answers_a_submission_once_of_which_one_part_is_settled_and_one_in_flight() {
      TestInbox<DonationsSettled> answers = bench.donate(Donations.donations("d", 7));
      FakeLedger.record(bench.ledger.received(), 2);

      bench.stop();

      assertThat(words(answers.receiveMessage()))
          .containsExactly(
              "d-0 done",
              "d-1 done",
              "d-2 done",
              "d-3 TIMEOUT",
              "d-4 TIMEOUT",
              "d-5 TIMEOUT",
              "d-6 UNAVAILABLE");
      assertThat(answers.hasMessages()).isFalse();
    }

    @Test
    void answers_whoever_waits_for_a_flush() {
      bench.donate("a");
      TestInbox<BatcherReply> flush = bench.flush();

      bench.stop();

      assertThat(((BatcherReply.Refused) flush.receiveMessage()).refusal())
          .isEqualTo(Refusal.UNAVAILABLE);
    }

    @Test
    void says_nothing_to_those_who_were_answered() {
      TestInbox<DonationsSettled> answers = bench.donate("a");
      FakeLedger.record(bench.ledger.received(), 2);
      answers.receiveMessage();

      bench.stop();

      assertThat(answers.hasMessages()).isFalse();
    }

    @Test
    void hears_no_late_answer_and_its_successor_does_neither() {
      bench.donate("a");
      LedgerMessage.Execute late = bench.ledger.received();
      bench.stop();
      bench.startAgain();
      TestInbox<DonationsSettled> answers = bench.donate("b");

      FakeLedger.record(late, 2);

      assertThat(answers.hasMessages()).isFalse();
      assertThat(bench.status().pending()).isOne();
    }
  }

  @Nested
  final class A_successor_with_the_same_counters {

    @Test
    void counts_on() {
      bench.donate("a", "b");
      bench.record(bench.ledger.received());
      bench.donate("c");
      bench.donate("d", "e");
      bench.stop();
      bench.startAgain();
      bench.ledger.received();
      bench.donate("f");

      bench.record(bench.ledger.received());

      assertThat(bench.status())
          .isEqualTo(
              new BatcherStatus(
                  BatcherStatus.Activity.IDLE,
                  0,
                  3,
                  3,
                  0,
                  6,
                  Money.of(3, Donations.USD),
                  bench.clock.instant()));
    }

    @Test
    void flushes_what_is_pending_with_it() {
      bench.donate("a", "b");
      FakeLedger.record(bench.ledger.received(), 2);
      bench.donate("c");
      bench.stop();
      bench.ledger.received();
      bench.startAgain();
      bench.donate("d");
      TestInbox<BatcherReply> flush = bench.flush();
      boolean early = flush.hasMessages();

      FakeLedger.record(bench.ledger.received(), 3);

      assertThat(early).isFalse();
      assertThat(flush.receiveMessage()).isInstanceOf(BatcherReply.Reported.class);
    }
  }

  @Nested
  final class A_batcher_whose_ledger_contradicts_itself {

    private static final String FAILURES = "akka.actor.SupervisorStrategy";
    private final Logger logger = (Logger) LoggerFactory.getLogger(FAILURES);

    @BeforeEach
    void its_failure_is_ordered() {
      logger.setAdditive(false);
    }

    @AfterEach
    void failures_are_shown_again() {
      logger.setAdditive(true);
    }

    static List<Arguments> contradictions() {
      DonationOutcome a = recorded("a");
      DonationOutcome b = recorded("b");
      return List.of(
          Arguments.of("too few  ", new Answer.DonationsAnswered(List.of(a))),
          Arguments.of("too many ", new Answer.DonationsAnswered(List.of(a, b, b))),
          Arguments.of("others   ", new Answer.DonationsAnswered(List.of(a, recorded("c")))),
          Arguments.of("reordered", new Answer.DonationsAnswered(List.of(b, a))),
          Arguments.of("accepted ", new Answer.Accepted(false)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    void fails_loudly_and_answers_everybody_once(String what, Answer answer) {
      TestInbox<DonationsSettled> inFlight = bench.donate("a", "b");
      TestInbox<DonationsSettled> waiting = bench.donate("d");
      LedgerMessage.Execute batch = bench.ledger.received();

      LoggingTestKit.error(IllegalStateException.class)
          .withLoggerName(FAILURES)
          .expect(
              ACTORS.kit().system(),
              () -> {
                FakeLedger.answer(batch, answer, Optional.empty());
                return what;
              });

      bench.awaitEnd();
      assertThat(words(inFlight.receiveMessage())).as(what).last().isEqualTo("b TIMEOUT");
      assertThat(words(waiting.receiveMessage())).as(what).containsExactly("d UNAVAILABLE");
      assertThat(inFlight.hasMessages() || waiting.hasMessages()).as(what).isFalse();
      assertThat(bench.ledger.isIdle()).as(what).isTrue();
    }

    @Test
    void fails_loudly_at_the_answer_to_another_batch() {
      TestInbox<DonationsSettled> inFlight = bench.donate("a");
      LedgerMessage.Execute batch = bench.ledger.received();
      Answer answer = new Answer.DonationsAnswered(List.of(recorded("a")));

      LoggingTestKit.error(IllegalStateException.class)
          .withLoggerName(FAILURES)
          .expect(
              ACTORS.kit().system(),
              () -> {
                batch
                    .replyTo()
                    .tell(new LedgerReply.Answered(batch.ticket() + 1, answer, Optional.empty()));
                return batch;
              });

      bench.awaitEnd();
      assertThat(words(inFlight.receiveMessage())).containsExactly("a TIMEOUT");
    }

    private static DonationOutcome recorded(String id) {
      return new DonationOutcome.Recorded(DonationId.of(id), Money.of(1, Donations.USD), 2, false);
    }
  }
}
