package amanah.zakat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import amanah.zakat.answering.Answering;
import amanah.zakat.calculator.CalculatorReply;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.SimpleQuestion;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.rule.Settings;
import amanah.zakat.domain.wealth.LoneAsset;
import amanah.zakat.domain.wealth.Prices;
import amanah.zakat.rules.Profiles;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class OwnCalculationsTest {

  private static final Currency DOLLAR = Currency.getInstance("USD");
  private static final SimpleQuestion SIMPLE =
      new SimpleQuestion(Money.of(100_000, DOLLAR), Money.of(8_500, DOLLAR));
  private static final FullQuestion FULL =
      new FullQuestion(
          Optional.empty(),
          DOLLAR,
          Optional.empty(),
          Prices.NONE,
          Settings.NONE,
          List.of(new LoneAsset.Rikaz(Money.of(1_000, DOLLAR))),
          List.of());

  private final Deque<Runnable> threads = new ArrayDeque<>();
  private final AnsweredCount count = new AnsweredCount(() -> "desk");
  private final OwnCalculations own =
      new OwnCalculations(
          Answering.of(Profiles.bundled(), "aaoifi", NisabComparison.INCLUSIVE),
          count,
          new Replica(),
          InstantSource.fixed(Instant.EPOCH),
          threads::add,
          2);

  private CompletableFuture<CalculatorReply> simple() {
    CompletableFuture<CalculatorReply> answer = new CompletableFuture<>();
    own.simple(SIMPLE, answer);
    return answer;
  }

  private CompletableFuture<CalculatorReply> full() {
    CompletableFuture<CalculatorReply> answer = new CompletableFuture<>();
    own.full(FULL, answer);
    return answer;
  }

  private void run() {
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
  }

  @Test
  void nothing_is_calculated_on_the_thread_of_whoever_asks() {
    CompletableFuture<CalculatorReply> simple = simple();
    CompletableFuture<CalculatorReply> full = full();
    assertThat(List.of(simple, full)).noneMatch(CompletableFuture::isDone);

    run();

    assertThat(simple.join()).isInstanceOf(CalculatorReply.Simple.class);
    assertThat(full.join()).isInstanceOf(CalculatorReply.Full.class);
    assertThat(count.tally().calculations()).isEqualTo(2);
  }

  @Test
  void one_more_than_may_wait_is_overloaded_and_not_counted() {
    List<CompletableFuture<CalculatorReply>> waiting = List.of(simple(), full());

    CompletableFuture<CalculatorReply> third = simple();

    assertThat(third)
        .isCompletedWithValueMatching(
            reply ->
                reply instanceof CalculatorReply.Refused refused
                    && refused.code() == RefusalCode.OVERLOADED);
    run();
    assertThat(waiting).allMatch(CompletableFuture::isDone);
    assertThat(count.tally().calculations()).isEqualTo(2);
  }

  @Test
  void when_those_who_waited_are_answered_others_may_wait() {
    List<CompletableFuture<CalculatorReply>> before = List.of(simple(), full());
    run();

    CompletableFuture<CalculatorReply> next = simple();
    run();

    assertThat(before).allMatch(CompletableFuture::isDone);
    assertThat(next.join()).isInstanceOf(CalculatorReply.Simple.class);
  }
}
