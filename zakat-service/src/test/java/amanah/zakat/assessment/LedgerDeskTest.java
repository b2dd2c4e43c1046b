package amanah.zakat.assessment;

import static amanah.zakat.domain.assessment.Requests.ASSESSMENT;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import amanah.cluster.Quorum;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.money.Money;
import amanah.protocol.zakat.AssessedZakat;
import amanah.supervision.Backoff;
import amanah.testing.HandClock;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.assessment.AssessmentAnswer;
import amanah.zakat.domain.assessment.AssessmentCommand;
import amanah.zakat.domain.assessment.AssessmentRequest;
import amanah.zakat.domain.assessment.MovementOutcome;
import amanah.zakat.domain.assessment.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The desk lets one command in at a time, and leaves nobody without an answer. */
final class LedgerDeskTest {

  private static final int WAITING_MAX = 300;
  private static final Instant NOW = Requests.AT;

  private final HandClock clock = new HandClock(NOW);
  private final AtomicBoolean quorum = new AtomicBoolean(true);
  private final TestInbox<LedgerMessage> ledger = TestInbox.create("ledger");
  private final TestInbox<LedgerReply> answers = TestInbox.create("answers");
  private final TestInbox<AssessmentReply> caller = TestInbox.create("caller");
  private final LedgerDesk desk =
      new LedgerDesk(
          ASSESSMENT,
          new AssessmentEnvironment(
              new AssessmentLimits(
                  WAITING_MAX,
                  Backoff.of(Duration.ofMillis(1), Duration.ofMillis(2), 0),
                  3,
                  Duration.ofMinutes(1),
                  Duration.ofSeconds(1)),
              clock,
              new Random(1),
              Quorum.asFarAs(quorum::get)),
          answers.getRef());

  @Test
  void the_next_command_goes_in_when_the_last_was_answered() {
    desk.ledgerUp(ledger.getRef());
    desk.ledgerRecovered();
    desk.take(make("10000"));
    desk.take(make("9000"));

    LedgerMessage first = received();
    made(first, false);
    LedgerMessage second = received();

    assertThat(first.command()).isEqualTo(Requests.make(Requests.cash("10000")));
    assertThat(second.command()).isEqualTo(Requests.make(Requests.cash("9000")));
    assertThat(caller.receiveMessage())
        .isInstanceOfSatisfying(
            AssessmentReply.Made.class, reply -> assertThat(reply.replayed()).isFalse());
  }

  @Test
  void whatever_comes_there_is_never_more_than_one_at_the_ledger() {
    desk.ledgerUp(ledger.getRef());
    desk.ledgerRecovered();
    Random random = new Random(7);
    for (int step = 0; step < 5_000; step++) {
      desk.take(random.nextBoolean() ? make("10000") : count("d-" + step));
      if (random.nextInt(20) == 0 && ledger.hasMessages()) {
        answer(received());
      }
    }
    while (ledger.hasMessages()) {
      answer(received());
    }

    assertThat(desk.isIdle()).isTrue();
    assertThat(caller.getAllReceived()).hasSize(5_000);
  }

  @Test
  void payments_that_wait_go_in_together_up_to_a_hundred_and_in_order() {
    desk.ledgerUp(ledger.getRef());
    desk.ledgerRecovered();
    desk.take(count("first"));
    IntStream.range(0, 150).forEach(index -> desk.take(count("d-" + index)));
    desk.take(make("10000"));
    desk.take(count("last"));

    LedgerMessage lone = received();
    answer(lone);
    LedgerMessage hundred = received();
    answer(hundred);
    LedgerMessage rest = received();
    answer(rest);
    LedgerMessage make = received();
    answer(make);

    assertThat(counted(lone)).containsExactly("first");
    assertThat(counted(hundred)).hasSize(LedgerDesk.TOGETHER_MAX).startsWith("d-0", "d-1");
    assertThat(counted(rest)).hasSize(50).endsWith("d-149");
    assertThat(make.command()).isInstanceOf(AssessmentCommand.Make.class);
    assertThat(counted(received())).containsExactly("last");
  }

  @Test
  void one_more_than_may_wait_is_refused_as_overloaded() {
    IntStream.range(0, WAITING_MAX).forEach(index -> desk.take(count("d-" + index)));

    desk.take(count("one-more"));

    assertThat(caller.receiveMessage())
        .isEqualTo(
            refused(RefusalCode.OVERLOADED, "300 requests are waiting, expected fewer than 300"));
    assertThat(caller.hasMessages()).isFalse();
  }

  @Test
  void what_comes_to_its_turn_after_its_asker_gave_up_is_not_begun() {
    desk.take(make("10000"));
    clock.pass(Duration.ofSeconds(6));

    desk.ledgerUp(ledger.getRef());
    desk.ledgerRecovered();

    assertThat(ledger.hasMessages()).isFalse();
    assertThat(caller.receiveMessage())
        .isEqualTo(
            refused(
                RefusalCode.TIMEOUT,
                "it came to its turn too late, expected a retry with the same id"));
  }

  @Test
  void what_comes_while_the_ledger_reads_its_journal_is_not_begun_after_its_time() {
    desk.ledgerUp(ledger.getRef());
    desk.take(make("10000"));
    clock.pass(Duration.ofSeconds(6));

    desk.ledgerRecovered();

    assertThat(ledger.hasMessages()).isFalse();
    assertThat(caller.getAllReceived()).hasSize(1);
  }

  @Test
  void when_the_ledger_fails_what_it_had_is_unknown_and_what_waits_was_not_recorded() {
    desk.ledgerUp(ledger.getRef());
    desk.ledgerRecovered();
    desk.take(make("10000"));
    desk.take(count("d-1"));

    desk.ledgerDown();
    desk.take(count("d-2"));

    assertThat(caller.getAllReceived())
        .containsExactly(
            refused(
                RefusalCode.TIMEOUT,
                "the journal failed while it wrote, expected a retry with the same id"),
            refused(RefusalCode.UNAVAILABLE, LedgerDesk.AWAY),
            refused(RefusalCode.UNAVAILABLE, LedgerDesk.AWAY));
    assertThat(desk.isIdle()).isTrue();
  }

  @Test
  void an_answer_from_before_the_failure_is_nobodys() {
    desk.ledgerUp(ledger.getRef());
    desk.ledgerRecovered();
    desk.take(make("10000"));
    LedgerMessage before = received();
    desk.ledgerDown();
    desk.ledgerUp(ledger.getRef());
    desk.ledgerRecovered();
    desk.take(make("9000"));
    assertThat(caller.getAllReceived()).hasSize(1);

    made(before, false);

    assertThat(caller.hasMessages()).isFalse();
    assertThat(desk.isIdle()).isFalse();
  }

  @Test
  void without_a_quorum_nothing_goes_in_and_what_was_in_is_unknown() {
    desk.ledgerUp(ledger.getRef());
    desk.ledgerRecovered();
    desk.take(make("10000"));
    quorum.set(false);
    made(received(), false);
    desk.take(make("10000"));

    assertThat(caller.getAllReceived())
        .containsExactly(
            refused(RefusalCode.TIMEOUT, Quorum.LOST),
            refused(RefusalCode.UNAVAILABLE, Quorum.LOST));
    assertThat(ledger.hasMessages()).isFalse();
  }

  @Test
  void a_refusal_is_told_and_a_payment_that_never_counts_need_not_come_again() {
    desk.ledgerUp(ledger.getRef());
    desk.ledgerRecovered();
    desk.take(make("10000"));
    desk.answered(
        new LedgerReply.Answered(
            received().ticket(),
            new AssessmentAnswer.Refused(RefusalCode.IDEMPOTENCY_MISMATCH, "another request"),
            Optional.empty()));
    AssessmentMessage.Count full = count("d-1");
    desk.take(full);
    desk.answered(
        new LedgerReply.Answered(
            received().ticket(),
            new AssessmentAnswer.Counted(
                List.of(new MovementOutcome.Refused(RefusalCode.LIMIT_REACHED, "full"))),
            Optional.empty()));

    assertThat(caller.getAllReceived())
        .containsExactly(
            refused(RefusalCode.IDEMPOTENCY_MISMATCH, "another request"),
            new AssessmentReply.Counted(full.campaignId(), full.zakat()));
  }

  private LedgerMessage received() {
    LedgerMessage message = ledger.receiveMessage();
    assertThat(ledger.hasMessages()).as("only one at a time").isFalse();
    return message;
  }

  private void answer(LedgerMessage message) {
    switch (message.command()) {
      case AssessmentCommand.Make make -> made(message, false);
      case AssessmentCommand.Count count ->
          desk.answered(
              new LedgerReply.Answered(
                  message.ticket(),
                  new AssessmentAnswer.Counted(
                      count.movements().stream()
                          .<MovementOutcome>map(each -> new MovementOutcome.Recorded(false))
                          .toList()),
                  Optional.empty()));
    }
  }

  private void made(LedgerMessage message, boolean replayed) {
    AssessmentRequest request = ((AssessmentCommand.Make) message.command()).request();
    desk.answered(
        new LedgerReply.Answered(
            message.ticket(), new AssessmentAnswer.Made(replayed), Optional.of(standing(request))));
  }

  private static Assessment standing(AssessmentRequest request) {
    return new Assessment(
        request,
        Requests.answer(request.question()),
        NOW,
        Money.zero(Requests.USD),
        List.of(),
        List.of(),
        0,
        1);
  }

  private static List<String> counted(LedgerMessage message) {
    return ((AssessmentCommand.Count) message.command())
        .movements().stream().map(movement -> movement.donationId().value()).toList();
  }

  private AssessmentMessage.Make make(String cash) {
    AssessmentRequest request = Requests.cash(cash);
    return new AssessmentMessage.Make(
        request,
        Requests.answer(request.question()),
        NOW.plus(Duration.ofSeconds(5)),
        caller.getRef());
  }

  private AssessmentMessage.Count count(String donation) {
    return new AssessmentMessage.Count(
        CampaignId.of("wells"),
        new AssessedZakat(
            ASSESSMENT,
            DonationId.of(donation),
            Optional.empty(),
            Money.of(1, Requests.USD),
            NOW,
            true),
        caller.getRef());
  }

  private static AssessmentReply.Refused refused(RefusalCode code, String detail) {
    return new AssessmentReply.Refused(ASSESSMENT, code, detail);
  }
}
