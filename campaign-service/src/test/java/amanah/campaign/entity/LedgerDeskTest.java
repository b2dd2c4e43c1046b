package amanah.campaign.entity;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import akka.actor.typed.ActorRef;
import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.Refusal;
import amanah.campaign.ledger.LedgerMessage;
import amanah.campaign.ledger.LedgerReply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerDeskTest {

  private static final int IN_FLIGHT_MAX = 3;
  private static final int WAITING_MAX = 5;

  private final TestInbox<LedgerMessage> ledger = TestInbox.create();
  private final TestInbox<LedgerReply> answers = TestInbox.create();
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private Instant askedUntil = Instant.MAX;
  private final LedgerDesk desk = new LedgerDesk(IN_FLIGHT_MAX, WAITING_MAX, () -> now);

  @Test
  void no_more_than_the_bound_is_ever_at_the_ledger() {
    desk.ledgerUp(ledger.getRef());

    send(IN_FLIGHT_MAX + WAITING_MAX);

    assertThat(ledger.getAllReceived()).hasSize(IN_FLIGHT_MAX);
  }

  @Test
  void each_answer_lets_the_next_one_in_and_reaches_the_one_who_asked() {
    desk.ledgerUp(ledger.getRef());
    List<TestInbox<CampaignReply>> callers = send(IN_FLIGHT_MAX + 2);

    for (int answered = 0; answered < callers.size(); answered++) {
      desk.answered(accepted(ticket(ledger.receiveMessage())));
      assertThat(callers.get(answered).getAllReceived())
          .singleElement()
          .isInstanceOf(CampaignReply.Answered.class);
    }

    assertThat(ledger.hasMessages()).isFalse();
  }

  @Test
  void one_more_than_may_wait_is_overloaded_and_the_others_keep_their_places() {
    List<TestInbox<CampaignReply>> callers = send(WAITING_MAX + 1);

    assertThat(refusal(callers.getLast())).isEqualTo(Refusal.OVERLOADED);
    assertThat(callers.getFirst().hasMessages()).isFalse();
    desk.ledgerUp(ledger.getRef());
    assertThat(ledger.getAllReceived()).hasSize(IN_FLIGHT_MAX);
  }

  @Test
  void when_the_ledger_fails_what_it_had_is_unknown_and_what_waits_is_not_recorded() {
    desk.ledgerUp(ledger.getRef());
    List<TestInbox<CampaignReply>> callers = send(IN_FLIGHT_MAX + 2);

    desk.ledgerDown();

    assertThat(callers.subList(0, IN_FLIGHT_MAX))
        .extracting(LedgerDeskTest::refusal)
        .containsOnly(Refusal.TIMEOUT);
    assertThat(callers.subList(IN_FLIGHT_MAX, callers.size()))
        .extracting(LedgerDeskTest::refusal)
        .containsOnly(Refusal.UNAVAILABLE);
    assertThat(refusal(send(1).getFirst())).isEqualTo(Refusal.UNAVAILABLE);
  }

  @Test
  void an_answer_of_the_ledger_before_is_nobody_elses() {
    desk.ledgerUp(ledger.getRef());
    send(1);
    long old = ticket(ledger.receiveMessage());
    desk.ledgerDown();
    desk.ledgerUp(ledger.getRef());
    TestInbox<CampaignReply> caller = send(1).getFirst();

    desk.answered(accepted(old));

    assertThat(caller.hasMessages()).isFalse();
  }

  @Test
  void a_command_whose_asker_has_given_up_never_reaches_the_ledger() {
    desk.ledgerUp(ledger.getRef());
    askedUntil = now.plusSeconds(5);
    List<TestInbox<CampaignReply>> callers = send(IN_FLIGHT_MAX + 2);
    now = now.plusSeconds(6);

    for (TestInbox<CampaignReply> inFlight : callers.subList(0, IN_FLIGHT_MAX)) {
      desk.answered(accepted(ticket(ledger.receiveMessage())));
      assertThat(inFlight.receiveMessage()).isInstanceOf(CampaignReply.Answered.class);
    }

    assertThat(ledger.hasMessages()).isFalse();
    assertThat(callers.subList(IN_FLIGHT_MAX, callers.size()))
        .extracting(LedgerDeskTest::refusal)
        .containsOnly(Refusal.TIMEOUT);
  }

  @Test
  void what_the_ledger_withholds_is_told_as_it_says() {
    desk.ledgerUp(ledger.getRef());
    List<TestInbox<CampaignReply>> callers = send(2);

    desk.answered(withheld(ticket(ledger.receiveMessage()), Refusal.UNAVAILABLE));
    desk.answered(withheld(ticket(ledger.receiveMessage()), Refusal.TIMEOUT));

    assertThat(refusal(callers.getFirst())).isEqualTo(Refusal.UNAVAILABLE);
    assertThat(refusal(callers.getLast())).isEqualTo(Refusal.TIMEOUT);
    assertThat(desk.isIdle()).isTrue();
  }

  private static LedgerReply withheld(long ticket, Refusal refusal) {
    return new LedgerReply.Withheld(ticket, refusal, "for want of a majority");
  }

  private List<TestInbox<CampaignReply>> send(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            index -> {
              TestInbox<CampaignReply> caller = TestInbox.create();
              desk.take(this::message, askedUntil, caller.getRef());
              return caller;
            })
        .toList();
  }

  private LedgerMessage message(long ticket) {
    ActorRef<LedgerReply> replyTo = answers.getRef();
    return new LedgerMessage.Execute(
        ticket, new CampaignCommand.DoWhatIsDue(), Instant.MAX, replyTo);
  }

  private static long ticket(LedgerMessage message) {
    return switch (message) {
      case LedgerMessage.Execute execute -> execute.ticket();
      case LedgerMessage.Locate locate -> locate.ticket();
      case LedgerMessage.LocateAll locate -> throw new AssertionError(locate);
      case LedgerMessage.SnapshotSettled settled -> throw new AssertionError(settled);
    };
  }

  private static LedgerReply accepted(long ticket) {
    return new LedgerReply.Answered(ticket, new Answer.Accepted(false), Optional.empty());
  }

  private static Refusal refusal(TestInbox<CampaignReply> caller) {
    return ((CampaignReply.Refused) caller.receiveMessage()).refusal();
  }
}
