package amanah.zakat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import akka.Done;
import akka.actor.testkit.typed.javadsl.FishingOutcomes;
import akka.actor.testkit.typed.javadsl.ManualTime;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import amanah.money.Money;
import amanah.testing.ActorTestKitExtension;
import amanah.testing.HandClock;
import amanah.time.ElapsedTime;
import amanah.zakat.calculator.CalculatorMessage;
import amanah.zakat.calculator.CalculatorMessage.CountTally;
import amanah.zakat.calculator.CalculatorMessage.Follow;
import amanah.zakat.calculator.CalculatorNotice;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.price.PriceBook;
import amanah.zakat.domain.wealth.Prices;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DeskClerkTest {

  @RegisterExtension
  static final ActorTestKitExtension AKKA = new ActorTestKitExtension(ManualTime.config());

  private static final Currency DOLLAR = Currency.getInstance("USD");
  private static final Duration TELL = Duration.ofMillis(100);
  private static final int LOOKS_MAX = 50;
  private static final DeskLimits LIMITS =
      new DeskLimits(
          Duration.ofSeconds(1),
          100,
          100,
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          TELL,
          Duration.ofSeconds(3));

  private final ManualTime time = ManualTime.get(AKKA.kit().system());
  private final HandClock clock = new HandClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final AtomicInteger names = new AtomicInteger();
  private final AnsweredCount count = new AnsweredCount(() -> "desk-" + names.incrementAndGet());
  private final Replica replica = new Replica();
  private final TestProbe<CalculatorMessage> calculator = AKKA.kit().createTestProbe();
  private ActorRef<ClerkMessage> clerk = AKKA.kit().system().ignoreRef();
  private ActorRef<CalculatorNotice> desk = AKKA.kit().system().ignoreRef();

  @BeforeEach
  void start() {
    clerk =
        AKKA.kit()
            .spawn(
                DeskClerk.create(calculator.ref(), count, replica, LIMITS, ElapsedTime.by(clock)));
    desk = calculator.expectMessageClass(Follow.class).desk();
  }

  private void pass(Duration duration) {
    clock.pass(duration);
    time.timePasses(duration);
  }

  private static PriceBook published(int changes) {
    PriceBook book = PriceBook.EMPTY;
    for (int change = 1; change <= changes; change++) {
      book =
          book.publish(
              new MetalPrices(
                  DOLLAR,
                  LocalDate.of(2026, 1, 1).plusDays(change),
                  new Prices(Optional.of(BigDecimal.valueOf(change)), Optional.empty())));
    }
    return book;
  }

  private CountTally toldTally() {
    return toldTally(any -> true);
  }

  /** The next one that is so; what the clerk began before the test went on is passed over. */
  private CountTally toldTally(Predicate<CountTally> wanted) {
    return calculator
        .fishForMessage(
            Duration.ofSeconds(5),
            message ->
                message instanceof CountTally tally && wanted.test(tally)
                    ? FishingOutcomes.complete()
                    : FishingOutcomes.continueAndIgnore())
        .stream()
        .map(CountTally.class::cast)
        .reduce((before, last) -> last)
        .orElseThrow();
  }

  /** The first one that is so while the time goes on, for the clerk may hear late what was kept. */
  private CountTally toldInTime(Predicate<CountTally> wanted) {
    Optional<CountTally> told = Optional.empty();
    for (int look = 0; told.isEmpty() && look < LOOKS_MAX; look++) {
      pass(Duration.ofSeconds(3));
      told = untilNextLook().filter(wanted).findFirst();
    }
    return told.orElseThrow();
  }

  private Stream<CountTally> untilNextLook() {
    return calculator
        .fishForMessage(
            Duration.ofSeconds(5),
            message ->
                message instanceof Follow
                    ? FishingOutcomes.complete()
                    : FishingOutcomes.continueAndCollect())
        .stream()
        .filter(CountTally.class::isInstance)
        .map(CountTally.class::cast);
  }

  @Test
  void a_replica_takes_what_comes_next_and_says_how_far_it_is() {
    PriceBook book = published(3);

    desk.tell(new CalculatorNotice.Here(0, book.after(0, 2), 3, 0));

    assertThat(calculator.expectMessageClass(Follow.class).version()).isEqualTo(2);
    desk.tell(new CalculatorNotice.Here(2, book.after(2, 2), 3, 0));
    pass(Duration.ofSeconds(1));
    assertThat(calculator.expectMessageClass(Follow.class).version()).isEqualTo(3);
    assertThat(replica.prices().all()).isEqualTo(book.all());
    assertThat(replica.isTold()).isTrue();
  }

  @Test
  void what_does_not_come_next_is_not_taken_but_asked_for() {
    PriceBook book = published(3);

    desk.tell(new CalculatorNotice.Here(2, book.after(2, 10), 3, 0));

    assertThat(calculator.expectMessageClass(Follow.class).version()).isZero();
    assertThat(replica.prices().version()).isZero();
    assertThat(replica.isTold()).isFalse();
  }

  @Test
  void a_calculator_that_knows_less_is_believed() {
    desk.tell(new CalculatorNotice.Here(0, published(3).after(0, 10), 3, 0));

    desk.tell(new CalculatorNotice.Here(3, List.of(), 1, 0));

    assertThat(calculator.expectMessageClass(Follow.class).version()).isZero();
    assertThat(replica.isTold()).isFalse();
    desk.tell(new CalculatorNotice.Here(0, published(1).after(0, 10), 1, 0));
    pass(Duration.ofSeconds(1));
    assertThat(calculator.expectMessageClass(Follow.class).version()).isEqualTo(1);
    assertThat(replica.isTold()).isTrue();
  }

  @Test
  void a_calculator_that_is_silent_for_three_looks_is_missed_until_it_is_heard_again() {
    for (int look = 0; look < 3; look++) {
      pass(Duration.ofSeconds(1));
      calculator.expectMessageClass(Follow.class);
    }
    assertThat(replica.isCalculatorThere()).isFalse();

    desk.tell(new CalculatorNotice.Here(0, List.of(), 0, 0));
    pass(Duration.ofSeconds(1));
    calculator.expectMessageClass(Follow.class);

    assertThat(replica.isCalculatorThere()).isTrue();
  }

  @Test
  void answers_are_told_until_they_are_kept() {
    count.answered(Money.of(10, DOLLAR), false, 0);
    pass(TELL);
    CountTally first = toldTally();
    assertThat(first.known()).isFalse();

    pass(Duration.ofSeconds(3));
    assertThat(toldTally().tally()).isEqualTo(first.tally());

    count.answered(Money.of(20, DOLLAR), true, 0);
    pass(TELL);
    assertThat(toldTally().known()).isFalse();
    desk.tell(new CalculatorNotice.TallyKept("desk-1", 0, 1));
    assertThat(toldInTime(CountTally::known).tally().calculations()).isEqualTo(2);
  }

  @Test
  void what_was_answered_before_the_calculator_was_heard_is_told_when_it_is() {
    count.answeredAlone(Money.of(10, DOLLAR));
    pass(TELL);
    calculator.expectNoMessage(Duration.ZERO);

    desk.tell(new CalculatorNotice.Here(0, List.of(), 0, 7));
    pass(TELL);

    assertThat(toldTally().tally().epoch()).isEqualTo(7);
  }

  @Test
  void a_forgotten_desk_tells_what_is_not_kept_under_another_name() {
    count.answered(Money.of(10, DOLLAR), false, 0);
    pass(TELL);
    toldTally();
    desk.tell(new CalculatorNotice.TallyKept("desk-1", 0, 1));
    count.answered(Money.of(20, DOLLAR), true, 0);
    pass(TELL);
    toldTally();

    desk.tell(new CalculatorNotice.DeskForgotten("desk-1"));

    CountTally anew = toldTally();
    assertThat(anew.known()).isFalse();
    assertThat(anew.tally().desk()).isEqualTo("desk-2");
    assertThat(anew.tally().calculations()).isEqualTo(1);
  }

  @Test
  void who_leaves_waits_until_all_is_kept() {
    TestProbe<Done> leaving = AKKA.kit().createTestProbe();
    count.answered(Money.of(10, DOLLAR), false, 0);

    clerk.tell(new ClerkMessage.Finish(leaving.ref()));

    assertThat(toldTally().last()).isTrue();
    leaving.expectNoMessage(Duration.ZERO);
    desk.tell(new CalculatorNotice.TallyKept("desk-1", 0, 1));
    leaving.expectMessage(Done.getInstance());
  }

  @Test
  void who_leaves_with_nothing_to_tell_does_not_wait() {
    TestProbe<Done> leaving = AKKA.kit().createTestProbe();

    clerk.tell(new ClerkMessage.Finish(leaving.ref()));

    leaving.expectMessage(Done.getInstance());
  }
}
