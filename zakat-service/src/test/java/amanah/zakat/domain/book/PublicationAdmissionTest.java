package amanah.zakat.domain.book;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.PublicationId;
import amanah.money.Money;
import amanah.zakat.domain.Refusal;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.price.NisabFigure;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.Source;
import amanah.zakat.domain.rule.Sourced;
import amanah.zakat.domain.wealth.Prices;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of new publications, and never of those that were recorded under looser rules. */
final class PublicationAdmissionTest {

  private static final PublicationId NAME = PublicationId.of("p-1");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Book book = Book.empty(new BookLimits(2, 2, 9, 9, 2));

  // spotless:off
  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      currency | day        | new
      EUR      | 2026-03-01 | published
      DEM      | 2026-03-01 | UNKNOWN_CURRENCY
      DEM      | 2002-03-01 | UNKNOWN_CURRENCY
      DEM      | 2002-02-28 | published
      HRK      | 2023-01-15 | UNKNOWN_CURRENCY
      HRK      | 2023-01-14 | published
      """)
  // spotless:on
  void prices_are_in_a_currency_of_their_own_day_unless_they_are_a_repeat(
      String currency, LocalDate day, String asNew) {
    MetalPrices prices = prices(currency, day, "80");

    String fresh = word(new BookCommand.PublishPrices(NAME, prices));
    book = Book.empty(new BookLimits(2, 2, 9, 9, 2));
    book = book.evolve(new BookEvent.PricesPublished(Optional.of(NAME), prices, NOON));

    assertThat(fresh).isEqualTo(asNew);
    assertThat(word(new BookCommand.PublishPrices(NAME, prices))).isEqualTo("replayed");
    assertThat(word(new BookCommand.PublishPrices(NAME, prices(currency, day, "81"))))
        .isEqualTo("IDEMPOTENCY_MISMATCH");
  }

  // spotless:off
  @ParameterizedTest(name = "{0} of {1}, {2}")
  @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      currency | day        | profiles           | new
      IDR      | 2026-03-01 | let it             | published
      IDR      | 2026-03-01 | NISAB_NOT_PUBLISHED | NISAB_NOT_PUBLISHED
      IDR      | 2026-03-01 | UNKNOWN_PROFILE    | UNKNOWN_PROFILE
      IDR      | 2026-03-01 | CURRENCY_MISMATCH  | CURRENCY_MISMATCH
      HRK      | 2026-03-01 | let it             | UNKNOWN_CURRENCY
      HRK      | 2020-03-01 | let it             | published
      """)
  // spotless:on
  void a_nisab_is_one_that_its_profile_lets_be_published_unless_it_is_a_repeat(
      String currency, LocalDate day, String profiles, String asNew) {
    Optional<Refusal> refusal = refusal(profiles);
    NisabFigure figure = nisab(currency, day, 100);

    String fresh = word(new BookCommand.PublishNisab(NAME, figure, refusal));
    book = Book.empty(new BookLimits(2, 2, 9, 9, 2));
    book = book.evolve(new BookEvent.NisabPublished(Optional.of(NAME), figure, NOON));

    assertThat(fresh).isEqualTo(asNew);
    assertThat(word(new BookCommand.PublishNisab(NAME, figure, refusal))).isEqualTo("replayed");
    assertThat(word(new BookCommand.PublishNisab(NAME, nisab(currency, day, 101), refusal)))
        .isEqualTo("IDEMPOTENCY_MISMATCH");
  }

  private String word(BookCommand command) {
    BookDecision decision = book.decide(command, NOON);
    decision.events().forEach(event -> book = book.evolve(event));
    return switch (decision.answer()) {
      case BookAnswer.Published published -> published.replayed() ? "replayed" : "published";
      case BookAnswer.Refused refused -> refused.code().name();
      case BookAnswer.Distributed other -> throw new AssertionError(other);
      case BookAnswer.Withdrawn other -> throw new AssertionError(other);
      case BookAnswer.Begun other -> throw new AssertionError(other);
      case BookAnswer.ReportsCounted other -> throw new AssertionError(other);
      case BookAnswer.TalliesKept other -> throw new AssertionError(other);
    };
  }

  private static Optional<Refusal> refusal(String profiles) {
    Currency rupiah = Currency.getInstance("IDR");
    return switch (profiles) {
      case "UNKNOWN_PROFILE" -> Optional.of(new Refusal.UnknownProfile("p", List.of()));
      case "CURRENCY_MISMATCH" ->
          Optional.of(new Refusal.CurrencyMismatch("nisab.year.currency", rupiah, rupiah));
      case "NISAB_NOT_PUBLISHED" ->
          Optional.of(
              new Refusal.NisabNotPublished(
                  "p",
                  new Sourced<>(
                      new IncomeNisab.OfWealth(), new Source.Published("a council", "2026")),
                  List.of()));
      default -> Optional.empty();
    };
  }

  private static MetalPrices prices(String currency, LocalDate day, String gold) {
    return new MetalPrices(
        Currency.getInstance(currency),
        day,
        new Prices(Optional.of(new BigDecimal(gold)), Optional.empty()));
  }

  private static NisabFigure nisab(String currency, LocalDate day, long month) {
    Currency of = Currency.getInstance(currency);
    return new NisabFigure(
        "baznas-2026",
        day,
        new IncomeNisab.Published(Money.of(12 * month, of), Money.of(month, of)),
        new Source.Published("a council", "2026-02-01"));
  }
}
