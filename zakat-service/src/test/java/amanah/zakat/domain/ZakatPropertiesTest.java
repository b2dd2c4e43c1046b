package amanah.zakat.domain;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.Holdings;
import amanah.zakat.domain.wealth.MonetaryAsset.Cash;
import amanah.zakat.domain.wealth.Prices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any wealth; every seed is a reproducible run of many cases. */
final class ZakatPropertiesTest {

  private static final int CASES = 300;
  private static final Currency DOLLAR = Currency.getInstance("USD");
  private static final RuleSet RULES = Shorthand.rules("aaoifi");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void more_wealth_never_owes_less(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < CASES; run++) {
      Holdings less = holdings(random);
      List<Asset> assets = new ArrayList<>(less.assets());
      Money more = Money.of(random.nextLong(1_000_000), DOLLAR);
      assets.add(new Cash(more, Money.zero(DOLLAR)));
      Holdings richer = new Holdings(DOLLAR, assets, List.of(), less.prices());

      assertThat(Shorthand.answer(richer, RULES).exact())
          .isGreaterThanOrEqualTo(Shorthand.answer(less, RULES).exact());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void the_order_of_the_pool_does_not_matter(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < CASES; run++) {
      Holdings holdings = holdings(random);
      List<Asset> shuffled = new ArrayList<>(holdings.assets());
      Collections.shuffle(shuffled, random);
      Holdings other = new Holdings(DOLLAR, shuffled, List.of(), holdings.prices());

      Calculation one = Shorthand.answer(holdings, RULES);
      Calculation two = Shorthand.answer(other, RULES);

      assertThat(two.exact()).isEqualTo(one.exact());
      assertThat(two.pool()).isEqualTo(one.pool());
      assertThat(two.lines()).containsExactlyInAnyOrderElementsOf(one.lines());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void the_lines_add_up_exactly_to_the_whole(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < CASES; run++) {
      Calculation calculation = Shorthand.answer(holdings(random), RULES);

      Rational sum =
          calculation.lines().stream()
              .map(line -> line.worth().orElseThrow().exact())
              .reduce(Rational.ZERO, Rational::plus);

      assertThat(sum).isEqualTo(calculation.exact());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 11, 12})
  void rounding_stays_within_a_minor_unit_on_its_side(long seed) {
    Random random = new Random(seed);
    Rational cent = Rational.of(new BigDecimal("0.01"));
    for (int run = 0; run < CASES; run++) {
      Holdings holdings = holdings(random);
      Rational exact = Shorthand.answer(holdings, RULES).exact();

      Rational up = rounded(holdings, "aaoifi ceiling").minus(exact);
      Rational down = exact.minus(rounded(holdings, "aaoifi floor"));
      Rational near = rounded(holdings, "aaoifi half_up").minus(exact);

      assertThat(up).isGreaterThanOrEqualTo(Rational.ZERO).isLessThan(cent);
      assertThat(down).isGreaterThanOrEqualTo(Rational.ZERO).isLessThan(cent);
      assertThat(near.times(Rational.of(2)).min(cent)).isEqualTo(near.times(Rational.of(2)));
    }
  }

  /** The second computation counts in whole 24ths of cents, without any fraction. */
  @ParameterizedTest
  @ValueSource(longs = {13, 14, 15})
  void the_result_is_that_of_a_plain_second_computation(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < CASES; run++) {
      int karat = 1 + random.nextInt(24);
      int grams = 1 + random.nextInt(300);
      int price = 1 + random.nextInt(200);
      int cash = random.nextInt(40_000);
      Holdings holdings =
          Shorthand.holdings(
              "USD", "gold=" + price, "gold " + grams + " " + karat + "k + cash " + cash, null);

      Calculation calculation = Shorthand.answer(holdings, RULES);

      long wealth24 = (long) grams * karat * price + 24L * cash;
      boolean due = wealth24 >= 24L * 85 * price;
      BigDecimal cents24Of40 = BigDecimal.valueOf(due ? wealth24 * 100 : 0);
      BigDecimal cents = cents24Of40.divide(BigDecimal.valueOf(24L * 40), 0, RoundingMode.CEILING);
      assertThat(calculation.due()).isEqualTo(due);
      assertThat(calculation.zakat().minor()).isEqualTo(cents.longValueExact());
    }
  }

  private static Rational rounded(Holdings holdings, String rules) {
    return Rational.of(Shorthand.answer(holdings, Shorthand.rules(rules)).zakat());
  }

  private static Holdings holdings(Random random) {
    List<String> words = new ArrayList<>();
    for (int count = 1 + random.nextInt(6); count > 0; count--) {
      words.add(asset(random));
    }
    Prices prices =
        new Prices(
            Optional.of(BigDecimal.valueOf(1 + random.nextInt(20_000), 2)),
            Optional.of(BigDecimal.valueOf(1 + random.nextInt(300), 2)));
    List<Asset> assets = Shorthand.holdings("USD", null, String.join(" + ", words), null).assets();
    return new Holdings(DOLLAR, assets, List.of(), prices);
  }

  private static String asset(Random random) {
    BigDecimal amount = BigDecimal.valueOf(random.nextInt(1_000_000), 2);
    return switch (random.nextInt(7)) {
      case 0 -> "gold " + amount.movePointLeft(2) + " " + (1 + random.nextInt(24)) + "k";
      case 1 -> "silver " + amount + " " + (1 + random.nextInt(1000)) + "f";
      case 2 -> "business " + amount + " 10 500";
      case 3 -> "shares " + amount + " long_term 0." + random.nextInt(1000);
      case 4 -> "pension " + amount + " proxy";
      case 5 -> "crypto " + amount;
      default -> "cash " + amount;
    };
  }
}
