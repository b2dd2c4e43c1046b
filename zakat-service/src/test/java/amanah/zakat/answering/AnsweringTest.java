package amanah.zakat.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.money.Money;
import amanah.zakat.domain.Outcome;
import amanah.zakat.domain.Refusal;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.WealthZakat;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.price.NisabFigure;
import amanah.zakat.domain.price.PriceBook;
import amanah.zakat.domain.question.FullAnswer;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.SimpleQuestion;
import amanah.zakat.domain.question.UsedPrice;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.rule.Settings;
import amanah.zakat.domain.rule.Source;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.IncomePeriod;
import amanah.zakat.domain.wealth.LoneAsset;
import amanah.zakat.domain.wealth.MonetaryAsset;
import amanah.zakat.domain.wealth.Prices;
import amanah.zakat.rules.Profiles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnsweringTest {

  private static final Currency RUPIAH = Currency.getInstance("IDR");
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 8);
  private static final Profiles PROFILES = Profiles.bundled();

  private final Answering answering = Answering.of(PROFILES, "aaoifi", NisabComparison.INCLUSIVE);
  private final PriceBook book = PriceBook.EMPTY.publish(gold(LocalDate.of(2026, 3, 1), 1_000_000));

  private static MetalPrices gold(LocalDate day, long price) {
    return new MetalPrices(
        RUPIAH, day, new Prices(Optional.of(BigDecimal.valueOf(price)), Optional.empty()));
  }

  private static Money rupiah(long major) {
    return Money.of(100 * major, RUPIAH);
  }

  private static FullQuestion question(
      @Nullable String profile, @Nullable LocalDate asOf, Prices prices, Asset asset) {
    return new FullQuestion(
        Optional.ofNullable(profile),
        RUPIAH,
        Optional.ofNullable(asOf),
        prices,
        Settings.NONE,
        List.of(asset),
        List.of());
  }

  private static Asset cash(long major) {
    return new MonetaryAsset.Cash(rupiah(major), rupiah(0));
  }

  private FullAnswer answer(FullQuestion question) {
    return switch (answering.full(question, book, TODAY)) {
      case Outcome.Answered<FullAnswer> answered -> answered.answer();
      case Outcome.Refused<FullAnswer> refused ->
          throw new AssertionError(refused.refusal().detail());
    };
  }

  private Refusal refusal(FullQuestion question) {
    return switch (answering.full(question, book, TODAY)) {
      case Outcome.Answered<FullAnswer> answered -> throw new AssertionError(answered.toString());
      case Outcome.Refused<FullAnswer> refused -> refused.refusal();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "INCLUSIVE, 8499, 0", "INCLUSIVE, 8500, 212.50", "INCLUSIVE, 8501, 212.53",
    "EXCLUSIVE, 8499, 0", "EXCLUSIVE, 8500, 0", "EXCLUSIVE, 8501, 212.53"
  })
  void the_simple_question_compares_as_it_is_set(
      NisabComparison comparison, long wealth, String zakat) {
    Answering set = Answering.of(PROFILES, "aaoifi", comparison);

    Outcome<WealthZakat> outcome =
        set.simple(new SimpleQuestion(rupiah(wealth), rupiah(8_500)), TODAY);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Answered.class,
            answered ->
                assertThat(((WealthZakat) answered.answer()).zakat())
                    .isEqualTo(Money.parse(zakat, RUPIAH)));
  }

  @Test
  void published_prices_of_the_day_are_used_and_named() {
    FullAnswer answer = answer(question(null, null, Prices.NONE, cash(100_000_000)));

    assertThat(answer.calculation().zakat()).isEqualTo(rupiah(2_500_000));
    assertThat(answer.figures().asOf()).isEqualTo(TODAY);
    assertThat(answer.figures().prices().gold())
        .contains(UsedPrice.published(BigDecimal.valueOf(1_000_000), LocalDate.of(2026, 3, 1)));
  }

  @Test
  void prices_that_the_question_gives_win() {
    Prices given = new Prices(Optional.of(BigDecimal.valueOf(2_000_000)), Optional.empty());

    FullAnswer answer = answer(question(null, null, given, cash(100_000_000)));

    assertThat(answer.calculation().due()).isFalse();
    assertThat(answer.figures().prices().gold())
        .contains(UsedPrice.given(BigDecimal.valueOf(2_000_000)));
  }

  @Test
  void a_price_that_was_published_later_is_not_guessed_backward() {
    Refusal refusal =
        refusal(question(null, LocalDate.of(2026, 2, 28), Prices.NONE, cash(100_000_000)));

    assertThat(refusal.code()).isEqualTo(RefusalCode.PRICE_MISSING);
  }

  @Test
  void a_newer_published_nisab_takes_the_place_of_the_profiles_own() {
    NisabFigure lower =
        new NisabFigure(
            "baznas-2026",
            LocalDate.of(2026, 3, 5),
            new IncomeNisab.Published(rupiah(12_000_000), rupiah(1_000_000)),
            new Source.Published("BAZNAS", "2026-03"));
    PriceBook with = book.publish(lower);
    FullQuestion income =
        question(
            "baznas-2026",
            null,
            Prices.NONE,
            new LoneAsset.Income(rupiah(1_000_000), rupiah(0), IncomePeriod.MONTH));

    Outcome<FullAnswer> before = answering.full(income, book, TODAY);
    Outcome<FullAnswer> after = answering.full(income, with, TODAY);

    assertThat(due(before)).isFalse();
    assertThat(due(after)).isTrue();
  }

  private static boolean due(Outcome<FullAnswer> outcome) {
    return outcome instanceof Outcome.Answered<FullAnswer> answered
        && answered.answer().calculation().due();
  }

  // spotless:off
  @ParameterizedTest(name = "{0} on the {1}., {2}: {3}")
  @CsvSource(delimiter = '|', value = {
      "aaoifi             |  1 | false | 2026-03-01",
      "aaoifi             |  8 | false | 2026-03-01",
      "aaoifi             |  9 | false | price_stale",
      "aaoifi             |  9 | true  | 2026-03-01, stale",
      "aaoifi             |  8 | true  | 2026-03-01",
      "aaoifi@1           | 31 | false | 2026-03-01",
      "baznas-2025        |  9 | false | price_stale",
      "baznas-2026        |  9 | false | price_stale",
      "uk-hanafi          |  9 | false | price_stale",
      "hanafi-classical   |  9 | false | price_stale",
  })
  // spotless:on
  void a_published_price_counts_for_a_week_unless_the_question_takes_an_older_one(
      String profile, int dayOfMarch, boolean allowStale, String answer) {
    FullQuestion question =
        new FullQuestion(
            Optional.of(profile),
            RUPIAH,
            Optional.of(LocalDate.of(2026, 3, dayOfMarch)),
            Prices.NONE,
            Settings.NONE,
            List.of(cash(100_000_000)),
            List.of(),
            allowStale);

    assertThat(
            switch (answering.full(question, book, TODAY)) {
              case Outcome.Answered<FullAnswer> answered -> shown(answered.answer());
              case Outcome.Refused<FullAnswer> no ->
                  no.refusal().code().toString().toLowerCase(Locale.ROOT);
            })
        .isEqualTo(answer);
  }

  private static String shown(FullAnswer answer) {
    UsedPrice gold = answer.figures().prices().gold().orElseThrow();
    return gold.day().orElseThrow() + (gold.stale() ? ", stale" : "");
  }

  @Test
  void a_stale_price_is_named_with_its_day_and_its_age() {
    assertThat(refusal(question(null, LocalDate.of(2026, 3, 15), Prices.NONE, cash(1))).detail())
        .isEqualTo(
            "the newest price of gold in IDR is of 2026-03-01, 14 days before 2026-03-15, needed"
                + " for the nisab of 85 g of gold, expected one of at most 7 days (Amanah, rules of"
                + " this software, 2026) before, one in the request, or allowStale");
  }

  @Test
  void a_stale_price_that_nothing_needs_is_left_out_and_one_that_is_given_has_no_age() {
    LocalDate later = LocalDate.of(2026, 4, 1);
    Prices given = new Prices(Optional.of(BigDecimal.valueOf(2_000_000)), Optional.empty());

    FullAnswer treasure =
        answer(question(null, later, Prices.NONE, new LoneAsset.Rikaz(rupiah(50))));
    FullAnswer cash = answer(question(null, later, given, cash(100_000_000)));

    assertThat(treasure.figures().prices().gold()).isEmpty();
    assertThat(cash.figures().prices().gold())
        .contains(UsedPrice.given(BigDecimal.valueOf(2_000_000)));
  }

  // spotless:off
  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "baznas-2025      | IDR | ",
      "baznas-2026      | IDR | ",
      "baznas-2026      | USD | nisab.year.currency is in USD, expected IDR",
      "aaoifi           | IDR | profile ~aaoifi~ takes the nisab of wealth for that of income (Yusuf al-Qaradawi, Fiqh al-Zakah, 1973), so that none is published for it, expected one of [baznas-2025, baznas-2026]",
      "uk-hanafi        | IDR | profile ~uk-hanafi~ takes the nisab of wealth for that of income (Yusuf al-Qaradawi, Fiqh al-Zakah, 1973), so that none is published for it, expected one of [baznas-2025, baznas-2026]",
      "hanafi-classical | IDR | profile ~hanafi-classical~ takes the nisab of wealth for that of income (Yusuf al-Qaradawi, Fiqh al-Zakah, 1973), so that none is published for it, expected one of [baznas-2025, baznas-2026]",
      "baznas-2026@1    | IDR | profile ~baznas-2026@1~ is unknown, expected one of [aaoifi, baznas-2025, baznas-2026, hanafi-classical, uk-hanafi]",
  })
  // spotless:on
  void a_nisab_of_income_belongs_to_the_profiles_that_publish_one(
      String profile, String currency, @Nullable String refused) {
    Currency of = Currency.getInstance(currency);
    NisabFigure figure =
        new NisabFigure(
            profile,
            TODAY,
            new IncomeNisab.Published(Money.of(1_200, of), Money.of(100, of)),
            new Source.Published("T", "2026"));

    assertThat(answering.refusal(figure).map(Refusal::detail))
        .isEqualTo(Optional.ofNullable(refused).map(text -> text.replace('~', '"')));
  }

  @Test
  void a_figure_that_a_profile_does_not_publish_breaks_none_of_its_answers() {
    NisabFigure stray =
        new NisabFigure(
            "aaoifi",
            LocalDate.of(2026, 3, 1),
            new IncomeNisab.Published(Money.of(12_000, EURO), Money.of(1_000, EURO)),
            new Source.Published("T", "2026"));
    FullQuestion income =
        question(
            null,
            null,
            Prices.NONE,
            new LoneAsset.Income(rupiah(85_000_000), rupiah(0), IncomePeriod.YEAR));

    assertThat(due(answering.full(income, book.publish(stray), TODAY))).isTrue();
  }

  @Test
  void an_answer_is_computed_anew_from_what_was_kept_of_it() {
    FullQuestion question = question(null, null, Prices.NONE, cash(100_000_000));
    FullAnswer once = answer(question);

    Outcome<FullAnswer> again =
        answering.again(question, once.calculation().rules(), once.figures());

    assertThat(again).isEqualTo(new Outcome.Answered<>(once));
  }

  @Test
  void an_unknown_profile_is_refused_and_the_known_ones_are_named() {
    Refusal refusal = refusal(question("atlantis", null, Prices.NONE, cash(1)));

    assertThat(refusal.code()).isEqualTo(RefusalCode.UNKNOWN_PROFILE);
    assertThat(refusal.detail())
        .isEqualTo(
            "profile \"atlantis\" is unknown, expected one of [aaoifi, baznas-2025, baznas-2026,"
                + " hanafi-classical, uk-hanafi]");
  }

  @Test
  void a_default_profile_that_is_not_there_ends_the_start() {
    assertThatThrownBy(() -> Answering.of(PROFILES, "atlantis", NisabComparison.INCLUSIVE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("profile \"atlantis\" is unknown");
  }
}
