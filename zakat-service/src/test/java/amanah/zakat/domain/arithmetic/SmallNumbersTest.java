package amanah.zakat.domain.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import amanah.money.Share;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small numbers take a shorter way; it must lead to the same results. */
final class SmallNumbersTest {

  private static final int CASES = 20_000;
  private static final List<Currency> CURRENCIES =
      List.of(
          Currency.getInstance("JPY"), Currency.getInstance("USD"), Currency.getInstance("KWD"));
  private static final List<String> PERCENTS = List.of("2.5", "2.577", "20", "100", "0.0001");

  @ParameterizedTest
  @CsvSource({"0, 7, 7", "7, 0, 7", "0, 0, 0", "12, 18, 6", "-12, 18, 6", "17, 13, 1"})
  void the_greatest_common_divisor(long one, long other, long common) {
    assertThat(SmallNumbers.commonFactor(one, other)).isEqualTo(common);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_greatest_common_divisor_is_the_one_of_large_numbers(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < CASES; run++) {
      long one = random.nextLong() >> random.nextInt(2, 63);
      long other = random.nextLong() >> random.nextInt(2, 63);

      assertThat(SmallNumbers.commonFactor(one, other))
          .isEqualTo(BigInteger.valueOf(one).gcd(BigInteger.valueOf(other)).longValue());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void a_share_of_an_amount_is_their_product(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < CASES; run++) {
      Money money =
          Money.of(
              random.nextLong() >> random.nextInt(63),
              CURRENCIES.get(random.nextInt(CURRENCIES.size())));
      Share share = Share.percent(PERCENTS.get(random.nextInt(PERCENTS.size())));

      assertThat(Rational.of(money, share)).isEqualTo(Rational.of(money).times(Rational.of(share)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void an_amount_is_rounded_as_the_long_division_rounds_it(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < CASES; run++) {
      long numerator = random.nextLong() >> random.nextInt(20, 63);
      long denominator = 1 + (random.nextLong() >>> random.nextInt(20, 63));
      Rational exact = new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
      Currency currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
      for (RoundingMode mode :
          List.of(RoundingMode.CEILING, RoundingMode.FLOOR, RoundingMode.HALF_UP)) {
        BigDecimal expected =
            new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), currency.getDefaultFractionDigits(), mode);

        assertThat(exact.toMoney(currency, mode).decimal()).isEqualByComparingTo(expected);
      }
    }
  }
}
