package amanah.zakat.domain;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.Holdings;
import amanah.zakat.rules.Profiles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every type of asset under every profile, against a plain second computation; every seed is a
 * reproducible run of many cases.
 */
final class SecondComputationTest {

  private static final int CASES = 200;
  private static final int DIGITS_COMPARED = 40;
  private static final Profiles PROFILES = Profiles.bundled();

  @ParameterizedTest
  @CsvSource({
    "aaoifi,           USD, 1",
    "baznas-2025,      IDR, 2",
    "baznas-2026,      IDR, 3",
    "hanafi-classical, KWD, 4",
    "uk-hanafi,        GBP, 5",
    "aaoifi@1,           USD, 12",
    "baznas-2025@1,      IDR, 13",
    "baznas-2026@1,      IDR, 14",
    "hanafi-classical@1, KWD, 15",
    "uk-hanafi@1,        GBP, 16"
  })
  void both_computations_agree(String profile, String currency, long seed) {
    Random random = new Random(seed);
    RuleSet rules = PROFILES.find(profile).orElseThrow();
    GeneratedHoldings generated =
        new GeneratedHoldings(random, Currency.getInstance(currency), rules);
    for (int run = 0; run < CASES; run++) {
      Holdings holdings = generated.ofEveryType();

      Calculation calculation = Shorthand.answer(holdings, rules);

      BigDecimal plain = new PlainZakat(holdings, rules).zakat();
      assertThat(calculation.exact().rounded(DIGITS_COMPARED, RoundingMode.HALF_EVEN))
          .as("run %d of seed %d", run, seed)
          .isEqualByComparingTo(plain.setScale(DIGITS_COMPARED, RoundingMode.HALF_EVEN));
      assertThat(calculation.zakat().decimal()).isGreaterThanOrEqualTo(plain);
    }
  }

  @ParameterizedTest
  @CsvSource({"aaoifi, USD, 6", "baznas-2026, IDR, 7", "hanafi-classical, USD, 8"})
  void the_order_of_assets_and_debts_does_not_matter(String profile, String currency, long seed) {
    Random random = new Random(seed);
    RuleSet rules = PROFILES.find(profile).orElseThrow();
    GeneratedHoldings generated =
        new GeneratedHoldings(random, Currency.getInstance(currency), rules);
    for (int run = 0; run < CASES; run++) {
      Holdings holdings = generated.ofEveryType();
      Holdings shuffled =
          new Holdings(
              holdings.currency(),
              shuffled(holdings.assets(), random),
              shuffled(holdings.liabilities(), random),
              holdings.prices());

      Calculation one = Shorthand.answer(holdings, rules);
      Calculation other = Shorthand.answer(shuffled, rules);

      assertThat(other.exact()).isEqualTo(one.exact());
      assertThat(other.pool()).isEqualTo(one.pool());
      assertThat(other.lines()).containsExactlyInAnyOrderElementsOf(one.lines());
    }
  }

  @ParameterizedTest
  @CsvSource({"aaoifi, USD, 9", "baznas-2026, IDR, 10", "hanafi-classical, USD, 11"})
  void whoever_owns_one_thing_more_never_owes_less(String profile, String currency, long seed) {
    Random random = new Random(seed);
    RuleSet rules = PROFILES.find(profile).orElseThrow();
    GeneratedHoldings generated =
        new GeneratedHoldings(random, Currency.getInstance(currency), rules);
    for (int run = 0; run < CASES; run++) {
      Holdings richer = generated.ofEveryType();
      List<Asset> fewer = new ArrayList<>(richer.assets());
      fewer.remove(random.nextInt(fewer.size()));
      Holdings poorer =
          new Holdings(richer.currency(), fewer, richer.liabilities(), richer.prices());

      assertThat(Shorthand.answer(richer, rules).exact())
          .isGreaterThanOrEqualTo(Shorthand.answer(poorer, rules).exact());
    }
  }

  private static <T> List<T> shuffled(List<T> items, Random random) {
    List<T> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
