package amanah.zakat.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.testkit.typed.javadsl.TestProbe;
import amanah.cluster.Asking;
import amanah.money.Money;
import amanah.money.Share;
import amanah.protocol.WireMessage;
import amanah.testing.ActorTestKitExtension;
import amanah.zakat.answering.Answering;
import amanah.zakat.calculator.CalculatorMessage;
import amanah.zakat.calculator.CalculatorMessage.CalculateSimple;
import amanah.zakat.calculator.CalculatorMessage.GetFund;
import amanah.zakat.calculator.CalculatorNotice;
import amanah.zakat.calculator.CalculatorReply;
import amanah.zakat.calculator.CalculatorSingleton;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.WealthZakat;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.price.PriceBook;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.SimpleAnswer;
import amanah.zakat.domain.question.SimpleQuestion;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.rule.Settings;
import amanah.zakat.domain.wealth.MonetaryAsset;
import amanah.zakat.domain.wealth.Prices;
import amanah.zakat.rules.Profiles;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ZakatDeskTest {

  @RegisterExtension static final ActorTestKitExtension AKKA = new ActorTestKitExtension();

  private static final Currency DOLLAR = Currency.getInstance("USD");
  private static final SimpleQuestion QUESTION =
      new SimpleQuestion(Money.of(100_000, DOLLAR), Money.of(8_500, DOLLAR));
  private static final WealthZakat ZAKAT =
      new WealthZakat(
          true, Money.of(2_500, DOLLAR), Rational.of(25), Share.percent("2.5"), QUESTION.nisab());
  private static final FullQuestion WITHOUT_PRICES =
      new FullQuestion(
          Optional.empty(),
          DOLLAR,
          Optional.of(LocalDate.of(2026, 1, 2)),
          Prices.NONE,
          Settings.NONE,
          List.of(new MonetaryAsset.Cash(Money.of(100_000, DOLLAR), Money.zero(DOLLAR))),
          List.of());

  private static final Duration CALCULATE_TIMEOUT = Duration.ofSeconds(2);

  /** Less than the calculator is given. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private final TestProbe<WireMessage> calculator = AKKA.kit().createTestProbe();
  private final ZakatDesk desk = desk(CALCULATE_TIMEOUT, Duration.ofSeconds(6));

  private ZakatDesk desk(Duration calculateTimeout, Duration askTimeout) {
    return ZakatDesk.open(
        AKKA.kit().system(),
        new CalculatorSingleton(calculator.ref()),
        Answering.of(Profiles.bundled(), "aaoifi", NisabComparison.INCLUSIVE),
        new DeskLimits(
            calculateTimeout,
            2,
            100,
            askTimeout,
            Duration.ofMillis(200),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1)),
        InstantSource.system());
  }

  /** One that soon goes on alone, for questions that nobody answers. */
  private ZakatDesk hasty() {
    return desk(Duration.ofMillis(300), Duration.ofMillis(300));
  }

  private static CalculatorReply answer(CompletionStage<CalculatorReply> asked) {
    return asked.toCompletableFuture().join();
  }

  private static SimpleAnswer simple(CalculatorReply reply) {
    return ((CalculatorReply.Simple) reply).answer();
  }

  private static RefusalCode refused(CalculatorReply reply) {
    return ((CalculatorReply.Refused) reply).code();
  }

  private CalculateSimple asked() {
    return (CalculateSimple) next();
  }

  /** The next question, past what the clerk says. */
  private CalculatorMessage next() {
    CalculatorMessage message = (CalculatorMessage) calculator.receiveMessage();
    while (!(message instanceof CalculatorMessage.Question)) {
      message = (CalculatorMessage) calculator.receiveMessage();
    }
    return message;
  }

  @Test
  void the_calculators_answer_is_given_and_counted() {
    SimpleAnswer remembered = new SimpleAnswer(ZAKAT, true);
    CompletionStage<CalculatorReply> asking = desk.simple(QUESTION);

    asked().replyTo().tell(new CalculatorReply.Simple(remembered, 0));

    assertThat(simple(answer(asking))).isEqualTo(remembered);
    assertThat(desk.tally().hits()).isEqualTo(1);
  }

  @Test
  void a_calculation_without_an_answer_in_time_the_desk_answers_by_itself() {
    ZakatDesk hasty = hasty();

    SimpleAnswer alone = simple(answer(hasty.simple(QUESTION)));

    assertThat(alone.zakat().zakat()).isEqualTo(Money.of(2_500, DOLLAR));
    assertThat(alone.cached()).isFalse();
    assertThat(hasty.tally().misses()).isEqualTo(1);
  }

  @Test
  void what_comes_late_is_not_counted_twice() {
    ZakatDesk hasty = hasty();
    SimpleAnswer alone = simple(answer(hasty.simple(QUESTION)));

    asked().replyTo().tell(new CalculatorReply.Simple(alone, 0));

    assertThat(hasty.tally().calculations()).isEqualTo(1);
  }

  @Test
  void a_calculator_that_has_no_time_leaves_it_to_the_desk() {
    CompletionStage<CalculatorReply> asking = desk.simple(QUESTION);

    asked().refuse(RefusalCode.UNAVAILABLE, "moving");

    assertThat(simple(answer(asking)).zakat().due()).isTrue();
  }

  @Test
  void more_calculations_than_may_be_at_the_calculator_the_desk_answers_at_once() {
    CompletionStage<CalculatorReply> first = desk.simple(QUESTION);
    CompletionStage<CalculatorReply> second = desk.simple(QUESTION);

    CompletionStage<CalculatorReply> third = desk.simple(QUESTION);

    assertThat(third).succeedsWithin(AT_ONCE);
    assertThat(List.of(answer(first), answer(second))).hasSize(2);
  }

  @Test
  void what_the_calculator_refuses_for_good_is_refused() {
    CompletionStage<CalculatorReply> asking = desk.simple(QUESTION);

    asked().refuse(RefusalCode.CURRENCY_MISMATCH, "two currencies");

    assertThat(refused(answer(asking))).isEqualTo(RefusalCode.CURRENCY_MISMATCH);
    assertThat(desk.tally().calculations()).isZero();
  }

  @Test
  void a_price_that_the_desk_does_not_know_may_well_be_published() {
    CompletionStage<CalculatorReply> asking = hasty().full(WITHOUT_PRICES);

    assertThat(refused(answer(asking))).isEqualTo(RefusalCode.UNAVAILABLE);
  }

  @Test
  void any_other_question_is_put_again_until_the_calculator_answers() {
    CompletionStage<CalculatorReply> asking =
        desk.ask(desk.patience(), (until, replyTo) -> new GetFund(replyTo));
    next();

    GetFund again = (GetFund) next();
    again.replyTo().tell(new CalculatorReply.Funded(Fund.EMPTY));

    assertThat(answer(asking)).isEqualTo(new CalculatorReply.Funded(Fund.EMPTY));
  }

  @Test
  void a_question_that_nobody_answers_has_an_end() {
    CompletionStage<CalculatorReply> asking =
        desk.ask(desk.patience(Duration.ofMillis(300)), (until, replyTo) -> new GetFund(replyTo));

    assertThatThrownBy(() -> answer(asking)).hasCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void a_caller_who_goes_away_early_is_given_up_then() {
    Asking hasty = desk.patience(Duration.ofMillis(100));
    CompletionStage<CalculatorReply> asking =
        desk.ask(
            hasty,
            (until, replyTo) -> {
              assertThat(until).isBefore(Instant.now().plus(CALCULATE_TIMEOUT));
              return new GetFund(replyTo);
            });

    assertThatThrownBy(() -> answer(asking)).hasCauseInstanceOf(TimeoutException.class);
    assertThatThrownBy(() -> answer(desk.ask(hasty, (until, to) -> new GetFund(to))))
        .hasRootCauseMessage("the caller has gone");
  }

  @Test
  void a_desk_calculates_apart_from_the_thread_that_tells_the_time() {
    String thread =
        hasty()
            .simple(QUESTION)
            .thenApply(reply -> Thread.currentThread().getName())
            .toCompletableFuture()
            .join();

    assertThat(thread).contains("zakat-desk-dispatcher");
  }

  @Test
  void after_a_calculator_that_gave_no_answer_nobody_waits_until_it_is_heard_again() {
    CalculatorMessage.Follow follow = calculator.expectMessageClass(CalculatorMessage.Follow.class);
    answer(desk.simple(QUESTION));
    asked();

    assertThat(desk.simple(QUESTION)).succeedsWithin(AT_ONCE);

    follow.desk().tell(new CalculatorNotice.Here(0, List.of(), 0, 0));
    calculator.awaitAssert(
        () -> {
          var unused = desk.simple(QUESTION);
          return calculator.expectMessageClass(CalculateSimple.class, Duration.ofMillis(100));
        });
  }

  @Test
  void a_desk_that_was_told_all_prices_answers_by_them() {
    CalculatorMessage.Follow follow = calculator.expectMessageClass(CalculatorMessage.Follow.class);
    PriceBook prices =
        PriceBook.EMPTY.publish(
            new MetalPrices(
                DOLLAR,
                LocalDate.of(2026, 1, 1),
                new Prices(Optional.of(BigDecimal.valueOf(100)), Optional.of(BigDecimal.ONE))));

    follow.desk().tell(new CalculatorNotice.Here(0, prices.after(0, 1), 1, 0));

    calculator.awaitAssert(
        () -> {
          CompletionStage<CalculatorReply> asking = desk.full(WITHOUT_PRICES);
          ((CalculatorMessage.Question) next()).refuse(RefusalCode.UNAVAILABLE, "moving");
          assertThat(answer(asking)).isInstanceOf(CalculatorReply.Full.class);
          return true;
        });
  }
}
