package amanah.zakat.domain.book;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.PublicationId;
import amanah.money.Money;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.price.NisabFigure;
import amanah.zakat.domain.price.Publication;
import amanah.zakat.domain.price.RecordedPublication;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.Source;
import amanah.zakat.domain.wealth.Prices;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the book makes of publications, the first time and again. */
final class PublicationsTest {

  private static final Currency DOLLAR = Currency.getInstance("USD");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final BookLimits LIMITS = new BookLimits(2, 2, 2, 3, 2);

  private Book book = Book.empty(LIMITS);

  private BookAnswer execute(BookCommand command) {
    BookDecision decision = book.decide(command, NOON);
    decision.events().forEach(event -> book = book.evolve(event));
    return decision.answer();
  }

  private BookAnswer publish(String name, int day, String gold) {
    return execute(new BookCommand.PublishPrices(PublicationId.of(name), prices(day, gold)));
  }

  private static BookAnswer published(
      String name, long version, int day, String gold, boolean replayed) {
    return new BookAnswer.Published(
        new RecordedPublication(
            PublicationId.of(name), new Publication.OfMetal(version, prices(day, gold)), NOON),
        replayed);
  }

  private static MetalPrices prices(int day, String gold) {
    return prices(day, gold, null);
  }

  private static MetalPrices prices(int day, @Nullable String gold, @Nullable String silver) {
    return new MetalPrices(
        DOLLAR,
        LocalDate.of(2026, 3, day),
        new Prices(
            Optional.ofNullable(gold).map(BigDecimal::new),
            Optional.ofNullable(silver).map(BigDecimal::new)));
  }

  private Optional<BigDecimal> gold(int day) {
    return book.prices().prices(DOLLAR, LocalDate.of(2026, 3, day)).perGram().gold();
  }

  @Test
  void a_repeat_is_answered_the_same_and_writes_nothing() {
    assertThat(publish("a", 1, "80")).isEqualTo(published("a", 1, 1, "80", false));
    assertThat(publish("a", 1, "80")).isEqualTo(published("a", 1, 1, "80", true));

    assertThat(book.sequence()).isEqualTo(1);
  }

  @Test
  void a_repeat_that_comes_after_a_later_publication_does_not_undo_it() {
    publish("a", 1, "80");
    publish("b", 1, "81");

    assertThat(publish("a", 1, "80")).isEqualTo(published("a", 1, 1, "80", true));

    assertThat(gold(1)).contains(new BigDecimal("81"));
  }

  @Test
  void the_same_name_with_other_content_is_refused() {
    publish("a", 1, "80");

    assertThat(publish("a", 1, "81"))
        .isEqualTo(
            new BookAnswer.Refused(
                RefusalCode.IDEMPOTENCY_MISMATCH,
                "publication \"a\" was recorded with other content, expected another id"));
    assertThat(gold(1)).contains(new BigDecimal("80"));
  }

  // spotless:off
  @ParameterizedTest(name = "{0}, {1}, then {2}, {3}: {4}")
  @CsvSource(nullValues = "-", value = {
      // gold, silver | again gold, silver | is
      "1000000,    -,      1000000.00, -,    a replay",
      "1000000.00, -,      1000000,    -,    a replay",
      "1e6,        -,      1000000,    -,    a replay",
      "80.50,      1.5,    80.5,       1.50, a replay",
      "80,         1,      80.0,       1.1,  other content",
      "1000000,    -,      1000000.01, -,    other content",
      "100,        -,      10.0,       -,    other content",
      "80,         -,      80.0,       1,    other content",
      "80,         1,      80.0,       -,    other content",
      "80,         -,      -,          80,   other content",
  })
  // spotless:on
  void a_repeat_has_the_same_content_when_it_costs_as_much_in_whatever_digits(
      @Nullable String gold,
      @Nullable String silver,
      @Nullable String goldAgain,
      @Nullable String silverAgain,
      String is) {
    MetalPrices first = prices(1, gold, silver);
    execute(new BookCommand.PublishPrices(PublicationId.of("a"), first));

    BookAnswer again =
        execute(
            new BookCommand.PublishPrices(
                PublicationId.of("a"), prices(1, goldAgain, silverAgain)));

    assertThat(again instanceof BookAnswer.Refused ? "other content" : "a replay").isEqualTo(is);
    assertThat(book.prices().all()).containsExactly(new Publication.OfMetal(1, first));
    assertThat(book.sequence()).isEqualTo(1);
  }

  @Test
  void a_name_of_prices_cannot_be_one_of_a_nisab() {
    publish("a", 1, "80");

    BookAnswer answer = execute(publishNisab(PublicationId.of("a"), nisab("2026")));

    assertThat(answer)
        .extracting(no -> ((BookAnswer.Refused) no).code())
        .isEqualTo(RefusalCode.IDEMPOTENCY_MISMATCH);
  }

  @Test
  void a_nisab_that_is_repeated_does_not_undo_a_later_one() {
    execute(publishNisab(PublicationId.of("a"), nisab("2026-01")));
    execute(publishNisab(PublicationId.of("b"), nisab("2026-02")));

    BookAnswer again = execute(publishNisab(PublicationId.of("a"), nisab("2026-01")));

    assertThat(again)
        .isEqualTo(
            new BookAnswer.Published(
                new RecordedPublication(
                    PublicationId.of("a"), new Publication.OfNisab(1, nisab("2026-01")), NOON),
                true));
    assertThat(book.prices().nisab("aaoifi", LocalDate.of(2026, 3, 1))).contains(nisab("2026-02"));
  }

  @Test
  void so_many_withdrawals_for_one_day_and_no_more() {
    for (int count = 1; count <= Publications.WITHDRAWALS_MAX; count++) {
      assertThat(publishedAndWithdrawn(count)).isInstanceOf(BookAnswer.Withdrawn.class);
    }
    long before = book.sequence();

    BookAnswer answer = publishedAndWithdrawn(Publications.WITHDRAWALS_MAX + 1);

    assertThat(((BookAnswer.Refused) answer).code()).isEqualTo(RefusalCode.LIMIT_REACHED);
    assertThat(book.sequence()).isEqualTo(before + 1);
  }

  private BookAnswer publishedAndWithdrawn(int count) {
    publish("w-" + count, 1, String.valueOf(100 + count));
    return execute(
        new BookCommand.WithdrawPublication(
            PublicationId.of("w-" + count), Optional.of(LocalDate.of(2026, 6, 1).plusDays(count))));
  }

  private static BookCommand publishNisab(PublicationId name, NisabFigure figure) {
    return new BookCommand.PublishNisab(name, figure, Optional.empty());
  }

  private static NisabFigure nisab(String date) {
    return new NisabFigure(
        "aaoifi",
        LocalDate.of(2026, 3, 1),
        new IncomeNisab.Published(Money.of(1_200, DOLLAR), Money.of(100, DOLLAR)),
        new Source.Published("a council", date));
  }

  @Test
  void what_counts_already_changes_nothing_though_its_name_is_known_from_then_on() {
    publish("a", 1, "80");

    assertThat(publish("b", 1, "80")).isEqualTo(published("b", 1, 1, "80", true));
    publish("c", 1, "81");
    assertThat(publish("b", 1, "80")).isEqualTo(published("b", 1, 1, "80", true));

    assertThat(book.prices().version()).isEqualTo(2);
    assertThat(gold(1)).contains(new BigDecimal("81"));
  }

  @Test
  void of_more_names_than_may_be_known_the_oldest_is_forgotten() {
    publish("a", 1, "80");
    publish("b", 1, "81");
    publish("c", 1, "82");
    publish("d", 1, "83");

    assertThat(publish("b", 1, "81")).isEqualTo(published("b", 2, 1, "81", true));
    assertThat(publish("a", 1, "80")).isEqualTo(published("a", 5, 1, "80", false));
  }

  @Test
  void a_publication_from_before_there_were_names_counts() {
    book = book.evolve(new BookEvent.PricesPublished(Optional.empty(), prices(1, "80"), NOON));

    assertThat(gold(1)).contains(new BigDecimal("80"));
    assertThat(book.snapshot().publications()).isEmpty();
  }

  @Test
  void one_day_more_than_may_be_is_refused_and_a_known_day_can_be_corrected() {
    publish("a", 1, "80");
    publish("b", 2, "81");

    assertThat(publish("c", 3, "82"))
        .isEqualTo(
            new BookAnswer.Refused(
                RefusalCode.LIMIT_REACHED, "2 days of prices are kept, expected fewer than 2"));
    assertThat(publish("d", 2, "83")).isEqualTo(published("d", 3, 2, "83", false));
  }

  @Test
  void names_are_known_after_a_snapshot() {
    publish("a", 1, "80");
    publish("b", 1, "81");

    book = Book.restore(LIMITS, book.snapshot());

    assertThat(publish("a", 1, "80")).isEqualTo(published("a", 1, 1, "80", true));
    assertThat(gold(1)).contains(new BigDecimal("81"));
  }
}
