package amanah.zakat.domain.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.money.Money;
import amanah.zakat.domain.question.UsedPrice;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.Source;
import amanah.zakat.domain.wealth.Prices;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PriceBookTest {

  private static final Currency RUPIAH = Currency.getInstance("IDR");
  private static final Currency DOLLAR = Currency.getInstance("USD");

  private static LocalDate day(int dayOfMarch) {
    return LocalDate.of(2026, 3, dayOfMarch);
  }

  private static MetalPrices prices(
      int dayOfMarch, @Nullable String gold, @Nullable String silver) {
    return new MetalPrices(
        DOLLAR,
        day(dayOfMarch),
        new Prices(
            Optional.ofNullable(gold).map(BigDecimal::new),
            Optional.ofNullable(silver).map(BigDecimal::new)));
  }

  private static NisabFigure nisab(int dayOfMarch, long month) {
    return new NisabFigure(
        "baznas-2026",
        day(dayOfMarch),
        new IncomeNisab.Published(
            Money.of(12 * 100 * month, RUPIAH), Money.of(100 * month, RUPIAH)),
        new Source.Published("BAZNAS", "2026"));
  }

  // spotless:off
  @ParameterizedTest(name = "on the {0}.: {1}, {2}")
  @CsvSource(nullValues = "-", value = {
      // day | gold, from | silver, from
      " 9,     -,           - ",
      "10,    80 of 10,     - ",
      "11,    80 of 10,     - ",
      "12,    80 of 10,     1.5 of 12",
      "14,    80 of 10,     1.5 of 12",
      "15,    82 of 15,     1.6 of 15",
      "31,    82 of 15,     1.6 of 15",
  })
  // spotless:on
  void the_latest_of_each_metal_on_or_before_the_day_counts(
      int dayOfMarch, @Nullable String gold, @Nullable String silver) {
    PriceBook book =
        PriceBook.EMPTY
            .publish(prices(15, "82", "1.6"))
            .publish(prices(10, "80", null))
            .publish(prices(12, null, "1.5"));

    assertThat(book.prices(DOLLAR, day(dayOfMarch)).gold().map(PriceBookTest::words))
        .isEqualTo(Optional.ofNullable(gold));
    assertThat(book.prices(DOLLAR, day(dayOfMarch)).silver().map(PriceBookTest::words))
        .isEqualTo(Optional.ofNullable(silver));
    assertThat(book.prices(RUPIAH, day(dayOfMarch)).gold()).isEmpty();
  }

  private static String words(UsedPrice price) {
    return price.perGram() + " of " + price.day().orElseThrow().getDayOfMonth();
  }

  @Test
  void a_correction_takes_the_place_of_the_price_it_names_and_leaves_the_other() {
    PriceBook book =
        PriceBook.EMPTY.publish(prices(10, "80", "1.5")).publish(prices(10, "81", null));

    assertThat(book.prices(DOLLAR, day(10)).perGram())
        .isEqualTo(
            new Prices(Optional.of(new BigDecimal("81")), Optional.of(new BigDecimal("1.5"))));
    assertThat(book.version()).isEqualTo(2);
    assertThat(book.size()).isEqualTo(1);
  }

  @Test
  void publishing_does_not_change_the_book_that_others_hold() {
    PriceBook before = PriceBook.EMPTY.publish(prices(10, "80", null));

    before.publish(prices(10, "90", null));

    assertThat(before.prices(DOLLAR, day(10)).gold().map(UsedPrice::perGram))
        .contains(new BigDecimal("80"));
  }

  @Test
  void a_published_nisab_counts_for_its_profile_from_its_day_on() {
    PriceBook book = PriceBook.EMPTY.publish(nisab(10, 7_000_000)).publish(nisab(20, 8_000_000));

    assertThat(book.nisab("baznas-2026", day(9))).isEmpty();
    assertThat(book.nisab("baznas-2026", day(19))).contains(nisab(10, 7_000_000));
    assertThat(book.nisab("baznas-2026", day(20))).contains(nisab(20, 8_000_000));
    assertThat(book.nisab("aaoifi", day(20))).isEmpty();
  }

  @Test
  void a_published_nisab_that_does_not_count_hides_none_before_it() {
    PriceBook book = PriceBook.EMPTY.publish(nisab(10, 7_000_000)).publish(nisab(20, 8_000_000));

    assertThat(book.nisab("baznas-2026", day(20), figure -> figure.day().equals(day(10))))
        .contains(nisab(10, 7_000_000));
  }

  @Test
  void a_list_shows_what_counts_on_a_day() {
    PriceBook book =
        PriceBook.EMPTY
            .publish(prices(10, "80", "1.5"))
            .publish(prices(12, "81", null))
            .publish(nisab(11, 7_000_000));

    PriceList list = book.asOf(day(12));

    assertThat(list.prices()).containsExactly(prices(12, "81", null), prices(10, null, "1.5"));
    assertThat(list.nisabs()).containsExactly(nisab(11, 7_000_000));
    assertThat(list.version()).isEqualTo(3);
  }

  @Test
  void gold_and_silver_of_one_day_are_one_line() {
    PriceBook book = PriceBook.EMPTY.publish(prices(10, "80", "1.5"));

    assertThat(book.asOf(day(12)).prices()).containsExactly(prices(10, "80", "1.5"));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 7", "3, 100"})
  void a_replica_that_asks_page_by_page_becomes_the_same_book(long seed, int page) {
    Random random = new Random(seed);
    PriceBook book = PriceBook.EMPTY;
    for (int change = 0; change < 300; change++) {
      int dayOfMarch = 1 + random.nextInt(31);
      book =
          switch (random.nextInt(3)) {
            case 0 -> book.publish(prices(dayOfMarch, "8" + random.nextInt(10), null));
            case 1 -> book.publish(prices(dayOfMarch, null, "1." + random.nextInt(1, 10)));
            default -> book.publish(nisab(dayOfMarch, 7_000_000 + random.nextInt(100)));
          };
    }

    PriceBook replica = PriceBook.EMPTY;
    while (replica.version() < book.version()) {
      for (Publication publication : book.after(replica.version(), page)) {
        replica = replica.with(publication);
      }
    }

    assertThat(replica.all()).isEqualTo(book.all());
  }

  @Test
  void prices_of_nothing_are_refused() {
    assertThatThrownBy(() -> prices(10, null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("prices of 2026-03-10 in USD name no metal, expected gold or silver");
  }
}
