package amanah.zakat.domain.hawl;

import amanah.money.Money;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.rule.HawlReading;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.YearKind;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * When a year of ownership begins, breaks and ends. The first and the last day belong to the year:
 * the balance of the day on which it ends is the one that counts at its end. Sources: al-Hidayah
 * (Hanafi); al-Mughni (majority); the Umm al-Qura calendar for lunar years.
 *
 * @param year by which calendar
 * @param reading what has to hold between the first day and the last
 * @param comparison whether exactly the nisab is enough
 */
public record HawlRule(YearKind year, HawlReading reading, NisabComparison comparison) {

  /** The days that the Umm al-Qura calendar of the JDK knows, with a year to spare. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1883, 1, 1);

  private static final LocalDate LAST_DAY = LocalDate.of(2173, 1, 1);

  /** The rule of a profile. */
  public static HawlRule of(RuleSet rules) {
    return new HawlRule(
        rules.year().kind().value(), rules.hawl().value(), rules.nisab().comparison().value());
  }

  /**
   * The years as they stand at the end of {@code asOf}; later balances are left out.
   *
   * @param balances in any order, one for a day
   * @throws IllegalArgumentException if two balances are of one day, a currency is not the nisab's,
   *     or a day lies outside 1883 to 2172
   */
  public Hawl standing(List<DatedBalance> balances, Money nisab, LocalDate asOf) {
    checkDay(asOf);
    List<DatedBalance> known =
        balances.stream()
            .filter(balance -> !balance.from().isAfter(asOf))
            .sorted(Comparator.comparing(DatedBalance::from))
            .toList();
    HawlCount count = new HawlCount(this);
    for (int index = 0; index < known.size(); index++) {
      DatedBalance balance = known.get(index);
      LocalDate until = index + 1 < known.size() ? known.get(index + 1).from() : asOf.plusDays(1);
      check(balance, until, nisab);
      count.hold(balance, until, reaches(balance.balance(), nisab));
    }
    return count.standing();
  }

  /** Whether a year that runs is broken by this balance. */
  boolean breaks(Money balance, boolean reachesNisab) {
    return switch (reading) {
      case THROUGHOUT -> !reachesNisab;
      case START_AND_END -> !balance.isPositive();
    };
  }

  /** The day on which so many years have passed. */
  LocalDate after(LocalDate begin, int years) {
    return switch (year) {
      case LUNAR -> LocalDate.from(HijrahDate.from(begin).plus(years, ChronoUnit.YEARS));
      case SOLAR -> begin.plusYears(years);
    };
  }

  private boolean reaches(Money balance, Money nisab) {
    return balance.isPositive() && comparison.reaches(Rational.of(balance), Rational.of(nisab));
  }

  private static void check(DatedBalance balance, LocalDate until, Money nisab) {
    checkDay(balance.from());
    if (!balance.from().isBefore(until)) {
      throw new IllegalArgumentException(
          "two balances of " + balance.from() + ", expected one for a day");
    }
    if (!balance.balance().currency().equals(nisab.currency())) {
      throw new IllegalArgumentException(
          "balance "
              + balance.balance()
              + " of "
              + balance.from()
              + ", expected the currency of "
              + "the nisab, "
              + nisab.currency());
    }
  }

  private static void checkDay(LocalDate day) {
    if (day.isBefore(FIRST_DAY) || !day.isBefore(LAST_DAY)) {
      throw new IllegalArgumentException(
          "day " + day + " is refused, expected " + FIRST_DAY + " to " + LAST_DAY.minusDays(1));
    }
  }
}
