package amanah.zakat.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.testkit.typed.javadsl.TestInbox;
import amanah.cluster.Quorum;
import amanah.id.CampaignId;
import amanah.money.Money;
import amanah.protocol.zakat.ZakatReported;
import amanah.zakat.book.BookMessage;
import amanah.zakat.book.BookReply;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.price.PriceBook;
import amanah.zakat.domain.question.PastCalculation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens at the smaller bounds of the calculator. */
final class CalculatorBoundsTest {

  private static final Currency DOLLAR = Currency.getInstance("USD");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void the_history_keeps_the_newest() {
    CalculationHistory history = new CalculationHistory(3);
    for (int cents = 1; cents <= 5; cents++) {
      history.add(
          new PastCalculation(NOW, PastCalculation.Kind.SIMPLE, Money.of(cents, DOLLAR), false));
    }

    assertThat(history.newest(10))
        .extracting(past -> past.zakat().minor())
        .containsExactly(5L, 4L, 3L);
    assertThat(history.newest(1)).hasSize(1);
  }

  @Test
  void one_question_more_than_may_wait_for_the_start_is_overloaded() {
    StartQueue queue = new StartQueue(1);
    TestInbox<CalculatorReply> first = TestInbox.create();
    TestInbox<CalculatorReply> second = TestInbox.create();
    queue.await(new CalculatorMessage.GetFund(first.getRef()));

    queue.await(new CalculatorMessage.GetFund(second.getRef()));

    assertThat(code(second)).isEqualTo(RefusalCode.OVERLOADED);
    assertThat(first.hasMessages()).isFalse();
    queue.refuseAll();
    assertThat(code(first)).isEqualTo(RefusalCode.UNAVAILABLE);
  }

  private static RefusalCode code(TestInbox<CalculatorReply> caller) {
    return ((CalculatorReply.Refused) caller.receiveMessage()).code();
  }

  @Test
  void one_campaign_more_than_may_ask_where_it_is_has_to_come_again() {
    TestInbox<BookReply> answers = TestInbox.create();
    TestInbox<ZakatReported> campaign = TestInbox.create();
    BookDesk desk = new BookDesk(8, 8, InstantSource.system(), Quorum.always());
    PositionQuestions questions =
        new PositionQuestions(
            2,
            10,
            desk,
            campaigns -> ticket -> new BookMessage.Locate(ticket, campaigns, answers.getRef()));
    for (String campaignId : List.of("looked-up", "waits", "waits-too", "too-many")) {
      questions.ask(CampaignId.of(campaignId), campaign.getRef());
    }

    assertThat(campaign.getAllReceived())
        .containsExactly(
            new ZakatReported.NotNow("2 campaigns ask for their positions, at most 2 may"));
  }

  @Test
  void a_desk_that_was_silent_for_a_while_is_told_nothing_more() {
    Followers followers = new Followers(10);
    TestInbox<CalculatorNotice> silent = TestInbox.create();
    TestInbox<CalculatorNotice> loud = TestInbox.create();
    followers.heard(
        new CalculatorMessage.Follow(0, silent.getRef()), PriceBook.EMPTY, 0, Duration.ZERO);
    followers.heard(
        new CalculatorMessage.Follow(0, loud.getRef()), PriceBook.EMPTY, 0, Duration.ofSeconds(11));
    assertThat(silent.getAllReceived()).hasSize(1);

    followers.changed(PriceBook.EMPTY, 1);

    assertThat(silent.getAllReceived()).isEmpty();
    assertThat(loud.getAllReceived()).hasSize(2);
  }

  @Test
  void of_more_desks_than_may_follow_the_one_that_was_silent_for_longest_is_forgotten() {
    Followers followers = new Followers(1);
    TestInbox<CalculatorNotice> first = TestInbox.create();
    TestInbox<CalculatorNotice> second = TestInbox.create();
    followers.heard(
        new CalculatorMessage.Follow(0, first.getRef()), PriceBook.EMPTY, 0, Duration.ZERO);
    followers.heard(
        new CalculatorMessage.Follow(0, second.getRef()), PriceBook.EMPTY, 0, Duration.ZERO);
    first.getAllReceived();

    followers.changed(PriceBook.EMPTY, 1);

    assertThat(first.getAllReceived()).isEmpty();
  }

  @Test
  void payments_leave_room_for_one_whole_report() {
    assertThatThrownBy(() -> new PaymentLimits(499, Duration.ofSeconds(1), Duration.ofSeconds(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("payments.in-flight-max 499, expected at least the 500 of one report");
  }
}
