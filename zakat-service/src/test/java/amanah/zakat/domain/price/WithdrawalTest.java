package amanah.zakat.domain.price;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.PublicationId;
import amanah.money.Money;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.book.Book;
import amanah.zakat.domain.book.BookAnswer;
import amanah.zakat.domain.book.BookCommand;
import amanah.zakat.domain.book.BookDecision;
import amanah.zakat.domain.book.BookLimits;
import amanah.zakat.domain.question.UsedPrice;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.Source;
import amanah.zakat.domain.wealth.Prices;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A publication that is withdrawn counts no more, and what it had replaced counts again. */
final class WithdrawalTest {

  private static final Currency DOLLAR = Currency.getInstance("USD");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final BookLimits LIMITS = new BookLimits(9, 9, 90, 900, 9);

  private Book book = Book.empty(LIMITS);

  private BookAnswer execute(BookCommand command) {
    BookDecision decision = book.decide(command, NOON);
    decision.events().forEach(event -> book = book.evolve(event));
    return decision.answer();
  }

  /** Steps such as {@code a:10 gold=80 silver=1} and {@code -a} or {@code -a:12}. */
  private void run(String steps) {
    for (String step : steps.split(", ", -1)) {
      String[] words = step.trim().split("[: ]", -1);
      if (words[0].startsWith("-")) {
        withdraw(words[0].substring(1), words.length > 1 ? words[1] : null);
      } else {
        publish(words);
      }
    }
  }

  private BookAnswer withdraw(String name, @Nullable String from) {
    return execute(
        new BookCommand.WithdrawPublication(
            PublicationId.of(name),
            Optional.ofNullable(from).map(day -> day(Integer.parseInt(day)))));
  }

  private void publish(String[] words) {
    Optional<BigDecimal> gold = Optional.empty();
    Optional<BigDecimal> silver = Optional.empty();
    for (String word : words) {
      if (word.startsWith("gold=")) {
        gold = Optional.of(new BigDecimal(word.substring(5)));
      } else if (word.startsWith("silver=")) {
        silver = Optional.of(new BigDecimal(word.substring(7)));
      }
    }
    execute(
        new BookCommand.PublishPrices(
            PublicationId.of(words[0]),
            new MetalPrices(DOLLAR, day(Integer.parseInt(words[1])), new Prices(gold, silver))));
  }

  private static LocalDate day(int dayOfMarch) {
    return LocalDate.of(2026, 3, dayOfMarch);
  }

  // spotless:off
  @ParameterizedTest(name = "after {0}, on the {1}.: {2}, {3}")
  @CsvSource(nullValues = "-", delimiter = '|', value = {
      // steps                                                        | on | gold     | silver
      "a:10 gold=80, -a                                               | 15 | -        | -",
      "a:10 gold=80, -a:12                                            | 11 | 80 of 10 | -",
      "a:10 gold=80, -a:12                                            | 12 | -        | -",
      "a:10 gold=80, -a:12, -a                                        | 11 | -        | -",
      "a:10 gold=80, -a, -a:12                                        | 11 | -        | -",
      "a:10 gold=80, -a:5                                             | 10 | -        | -",
      "a:8 gold=70, b:10 gold=80, -b                                  | 15 | 70 of 8  | -",
      "a:8 gold=70, b:10 gold=80, -b:12                               | 11 | 80 of 10 | -",
      "a:8 gold=70, b:10 gold=80, -b:12                               | 12 | 70 of 8  | -",
      "a:8 gold=70, b:10 gold=80, -a                                  | 15 | 80 of 10 | -",
      "a:10 gold=80, b:10 gold=81, -b                                 | 15 | 80 of 10 | -",
      "a:10 gold=80, b:10 gold=81, -a                                 | 15 | 81 of 10 | -",
      "a:10 gold=80, b:10 gold=81, -a, -b                             | 15 | -        | -",
      "a:10 gold=80, b:10 gold=81, c:10 gold=80, -a                   | 15 | 80 of 10 | -",
      "a:10 gold=80, b:10 gold=81, c:10 gold=80, -c                   | 15 | 81 of 10 | -",
      "a:10 gold=80, b:10 gold=80.0, -a                               | 15 | 80.0 of 10 | -",
      "a:10 gold=80, b:10 gold=80.0, -a, -b                           | 15 | -        | -",
      "a:10 gold=80 silver=1, b:10 gold=81, -b                        | 15 | 80 of 10 | 1 of 10",
      "a:10 gold=80 silver=1, b:10 gold=81, -a                        | 15 | 81 of 10 | -",
      "a:10 gold=80, b:10 silver=1, -b                                | 15 | 80 of 10 | -",
      "a:10 gold=80, -a, b:10 silver=1                                | 15 | -        | 1 of 10",
      "a:10 gold=80, -a:12, b:10 silver=1                             | 11 | 80 of 10 | 1 of 10",
      "a:10 gold=80, -a:12, b:10 silver=1                             | 12 | -        | 1 of 10",
      "a:10 gold=80, -a, b:10 gold=82                                 | 15 | 82 of 10 | -",
      "a:10 gold=80, -a, b:10 gold=80                                 | 15 | 80 of 10 | -",
      "a:10 gold=80, -a, a:10 gold=80                                 | 15 | -        | -",
      "a:8 gold=70, b:10 gold=80, c:10 gold=81, -c:12, -b:14          | 13 | 80 of 10 | -",
      "a:8 gold=70, b:10 gold=80, c:10 gold=81, -c:12, -b:14          | 14 | 70 of 8  | -",
      "a:8 gold=70, b:10 gold=80, c:10 gold=81, -b:14, -c:12          | 13 | 80 of 10 | -",
      "a:8 gold=70, b:10 gold=80, c:10 gold=81, -b:14, -c:12          | 14 | 70 of 8  | -",
  })
  // spotless:on
  void what_counts_then(
      String steps, int dayOfMarch, @Nullable String gold, @Nullable String silver) {
    run(steps);

    assertThat(book.prices().prices(DOLLAR, day(dayOfMarch)).gold().map(WithdrawalTest::words))
        .isEqualTo(Optional.ofNullable(gold));
    assertThat(book.prices().prices(DOLLAR, day(dayOfMarch)).silver().map(WithdrawalTest::words))
        .isEqualTo(Optional.ofNullable(silver));
  }

  private static String words(UsedPrice price) {
    return price.perGram() + " of " + price.day().orElseThrow().getDayOfMonth();
  }

  @Test
  void a_figure_that_is_withdrawn_leaves_the_one_before() {
    execute(
        new BookCommand.PublishNisab(PublicationId.of("a"), nisab("2026-01"), Optional.empty()));
    execute(
        new BookCommand.PublishNisab(PublicationId.of("b"), nisab("2026-02"), Optional.empty()));

    withdraw("b", null);
    Optional<NisabFigure> before = book.prices().nisab("baznas-2026", day(20));
    withdraw("a", null);

    assertThat(before).contains(nisab("2026-01"));
    assertThat(book.prices().nisab("baznas-2026", day(20))).isEmpty();
    assertThat(book.prices().asOf(day(20)).nisabs()).isEmpty();
  }

  private static NisabFigure nisab(String date) {
    return new NisabFigure(
        "baznas-2026",
        day(10),
        new IncomeNisab.Published(Money.of(1_200, DOLLAR), Money.of(100, DOLLAR)),
        new Source.Published("a council", date));
  }

  @Test
  void a_repeat_changes_nothing_and_an_unknown_name_is_refused() {
    run("a:10 gold=80, -a");
    long sequence = book.sequence();

    assertThat(withdraw("a", null))
        .isInstanceOfSatisfying(
            BookAnswer.Withdrawn.class,
            again -> {
              assertThat(again.replayed()).isTrue();
              assertThat(again.recorded().withdrawnFrom()).contains(day(10));
            });
    assertThat(withdraw("b", null))
        .isEqualTo(
            new BookAnswer.Refused(
                RefusalCode.PUBLICATION_NOT_FOUND,
                "no publication \"b\" is known, expected one of the latest 900"));
    assertThat(book.sequence()).isEqualTo(sequence);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_book_is_the_same_after_a_snapshot_and_for_whoever_follows_it(long seed) {
    Random random = new Random(seed);
    PriceBook replica = PriceBook.EMPTY;
    for (int step = 0; step < 300; step++) {
      String name = "n" + random.nextInt(60);
      int dayOfMarch = 1 + random.nextInt(9);
      run(
          random.nextInt(3) == 0
              ? "-" + name + ":" + (1 + random.nextInt(12))
              : name + ":" + dayOfMarch + " gold=" + (80 + random.nextInt(4)));
      if (random.nextInt(10) == 0) {
        book = Book.restore(LIMITS, book.snapshot());
      }
      for (Publication publication : book.prices().after(replica.version(), 500)) {
        replica = replica.with(publication);
      }
    }

    assertThat(replica.all()).isEqualTo(book.prices().all());
    assertThat(replica.version()).isEqualTo(book.prices().version());
  }
}
