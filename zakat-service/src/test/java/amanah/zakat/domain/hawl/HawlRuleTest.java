package amanah.zakat.domain.hawl;

import static amanah.zakat.domain.rule.HawlReading.START_AND_END;
import static amanah.zakat.domain.rule.HawlReading.THROUGHOUT;
import static amanah.zakat.domain.rule.NisabComparison.INCLUSIVE;
import static amanah.zakat.domain.rule.YearKind.LUNAR;
import static amanah.zakat.domain.rule.YearKind.SOLAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.money.Money;
import amanah.zakat.domain.rule.HawlReading;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.rule.YearKind;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The nisab is 1000 throughout. 1 Muharram 1445 was 2023-07-19, 1446 began on 2024-07-07. */
final class HawlRuleTest {

  private static final Currency DOLLAR = Currency.getInstance("USD");
  private static final Money NISAB = Money.parse("1000", DOLLAR);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
# year  | reading       | balances                                              | as of      | years that passed                              | running
lunar   | throughout    | 2023-07-19:1000                                       | 2024-07-06 |                                                | 2023-07-19/2024-07-07
lunar   | throughout    | 2023-07-19:1000                                       | 2024-07-07 | 2023-07-19/2024-07-07                          | 2024-07-07/2025-06-26
solar   | throughout    | 2023-07-19:1000                                       | 2024-07-18 |                                                | 2023-07-19/2024-07-19
solar   | throughout    | 2023-07-19:1000                                       | 2024-07-19 | 2023-07-19/2024-07-19                          | 2024-07-19/2025-07-19
solar   | throughout    | 2020-02-29:1000                                       | 2024-03-01 | 2020-02-29/2021-02-28 2021-02-28/2022-02-28 2022-02-28/2023-02-28 2023-02-28/2024-02-29 | 2024-02-29/2025-02-28
lunar   | throughout    | 2023-07-19:999.99                                     | 2025-01-01 |                                                |
lunar   | start_and_end | 2023-07-19:999.99                                     | 2025-01-01 |                                                |
# Below the nisab between: broken for the majority, not for the Hanafis.
solar   | throughout    | 2023-01-01:1000 2023-06-01:10 2023-09-01:2000         | 2024-01-01 |                                                | 2023-09-01/2024-09-01
solar   | start_and_end | 2023-01-01:1000 2023-06-01:10 2023-09-01:2000         | 2024-01-01 | 2023-01-01/2024-01-01                          | 2024-01-01/2025-01-01
# Nil between: broken for both.
solar   | throughout    | 2023-01-01:1000 2023-06-01:0 2023-09-01:2000          | 2024-01-01 |                                                | 2023-09-01/2024-09-01
solar   | start_and_end | 2023-01-01:1000 2023-06-01:0 2023-09-01:2000          | 2024-01-01 |                                                | 2023-09-01/2024-09-01
# Below at the end: no year has passed, and the next begins when the nisab is reached again.
solar   | start_and_end | 2023-01-01:1000 2023-12-01:10 2024-02-01:1000         | 2024-12-31 |                                                | 2024-02-01/2025-02-01
solar   | throughout    | 2023-01-01:1000 2023-12-01:10 2024-02-01:1000         | 2024-12-31 |                                                | 2024-02-01/2025-02-01
# The last day belongs to the year.
solar   | start_and_end | 2023-01-01:1000 2024-01-01:10                         | 2024-01-01 |                                                |
solar   | throughout    | 2023-01-01:1000 2024-01-01:10                         | 2024-01-01 |                                                |
solar   | start_and_end | 2023-01-01:1000 2023-06-01:10 2024-01-01:1000         | 2024-01-01 | 2023-01-01/2024-01-01                          | 2024-01-01/2025-01-01
solar   | throughout    | 2023-01-01:1000 2024-01-02:10                         | 2024-01-02 | 2023-01-01/2024-01-01                          |
# Later balances are not known yet, and the order does not matter.
solar   | throughout    | 2024-06-01:10 2023-01-01:1000                         | 2024-01-01 | 2023-01-01/2024-01-01                          | 2024-01-01/2025-01-01
""")
  void years(
      String year,
      String reading,
      String balances,
      LocalDate asOf,
      @Nullable String passed,
      @Nullable String running) {
    HawlRule rule =
        new HawlRule(
            YearKind.valueOf(year.toUpperCase(Locale.ROOT)),
            HawlReading.valueOf(reading.toUpperCase(Locale.ROOT)),
            INCLUSIVE);

    Hawl hawl = rule.standing(balances(balances), NISAB, asOf);

    assertThat(hawl.passed().stream().map(HawlRuleTest::words).collect(Collectors.joining(" ")))
        .isEqualTo(passed == null ? "" : passed);
    assertThat(hawl.running().map(HawlRuleTest::words).orElse(""))
        .isEqualTo(running == null ? "" : running);
    assertThat(hawl.hasPassed()).isEqualTo(passed != null);
  }

  @Test
  void exactly_the_nisab_is_not_enough_when_the_comparison_is_exclusive() {
    HawlRule rule = new HawlRule(SOLAR, THROUGHOUT, NisabComparison.EXCLUSIVE);

    Hawl hawl = rule.standing(balances("2023-01-01:1000"), NISAB, LocalDate.of(2025, 1, 1));

    assertThat(hawl.running()).isEmpty();
  }

  /** The years of the Umm al-Qura calendar, from one 1 Muharram to the next. */
  @Test
  void a_lunar_year_has_354_or_355_days() {
    HawlRule rule = new HawlRule(LUNAR, THROUGHOUT, INCLUSIVE);
    for (int hijri = 1301; hijri < 1580; hijri++) {
      LocalDate begin = LocalDate.from(HijrahDate.of(hijri, 1, 1));

      HawlYear year = running(rule, begin);

      assertThat(year.ends()).isEqualTo(LocalDate.from(HijrahDate.of(hijri + 1, 1, 1)));
      assertThat(ChronoUnit.DAYS.between(year.begins(), year.ends())).isIn(354L, 355L);
    }
  }

  /** Begun in the midst of a calendar year it may meet three long months more, or less. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_year_ends_on_the_hijri_day_on_which_it_began(long seed) {
    Random random = new Random(seed);
    HawlRule rule = new HawlRule(LUNAR, THROUGHOUT, INCLUSIVE);
    for (int run = 0; run < 500; run++) {
      LocalDate begin = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(55_000));

      HawlYear year = running(rule, begin);

      HijrahDate first = HijrahDate.from(year.begins());
      HijrahDate last = HijrahDate.from(year.ends());
      assertThat(last.get(ChronoField.MONTH_OF_YEAR))
          .isEqualTo(first.get(ChronoField.MONTH_OF_YEAR));
      assertThat(last.get(ChronoField.DAY_OF_MONTH))
          .isEqualTo(Math.min(first.get(ChronoField.DAY_OF_MONTH), last.lengthOfMonth()));
      assertThat(last.get(ChronoField.YEAR)).isEqualTo(first.get(ChronoField.YEAR) + 1);
    }
  }

  private static HawlYear running(HawlRule rule, LocalDate begin) {
    return rule.standing(List.of(new DatedBalance(begin, NISAB)), NISAB, begin)
        .running()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void a_year_that_passes_for_the_majority_passes_for_the_hanafis(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < 300; run++) {
      List<DatedBalance> balances = random(random);
      LocalDate asOf = LocalDate.of(2025, 1, 1);

      Hawl majority = new HawlRule(LUNAR, THROUGHOUT, INCLUSIVE).standing(balances, NISAB, asOf);
      Hawl hanafi = new HawlRule(LUNAR, START_AND_END, INCLUSIVE).standing(balances, NISAB, asOf);

      assertThat(hanafi.passed().size()).isGreaterThanOrEqualTo(majority.passed().size());
    }
  }

  @Test
  void impossible_questions_are_refused() {
    HawlRule rule = new HawlRule(LUNAR, THROUGHOUT, INCLUSIVE);
    LocalDate asOf = LocalDate.of(2024, 1, 1);

    assertThatThrownBy(() -> rule.standing(balances("2023-01-01:1 2023-01-01:2"), NISAB, asOf))
        .hasMessage("two balances of 2023-01-01, expected one for a day");
    assertThatThrownBy(() -> rule.standing(balances("1800-01-01:1"), NISAB, asOf))
        .hasMessage("day 1800-01-01 is refused, expected 1883-01-01 to 2172-12-31");
    Money euro = Money.of(1, Currency.getInstance("EUR"));
    assertThatThrownBy(() -> rule.standing(List.of(new DatedBalance(asOf, euro)), NISAB, asOf))
        .hasMessage("balance 0.01 EUR of 2024-01-01, expected the currency of the nisab, USD");
  }

  private static List<DatedBalance> random(Random random) {
    return random
        .ints(1 + random.nextInt(8), 0, 1_800)
        .distinct()
        .mapToObj(
            day ->
                new DatedBalance(
                    LocalDate.of(2020, 1, 1).plusDays(day),
                    Money.of(random.nextInt(5) * 50_000L, DOLLAR)))
        .toList();
  }

  private static List<DatedBalance> balances(String words) {
    return Arrays.stream(words.split(" ", -1))
        .map(word -> word.split(":", -1))
        .map(parts -> new DatedBalance(LocalDate.parse(parts[0]), Money.parse(parts[1], DOLLAR)))
        .toList();
  }

  private static String words(HawlYear year) {
    return year.begins() + "/" + year.ends();
  }
}
