package amanah.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MoneyTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency MYR = Currency.getInstance("MYR");
  private static final long MAX = Long.MAX_VALUE;
  private static final long MIN = Long.MIN_VALUE;

  @Test
  void sums_and_differences_are_exact_or_refused_for_any_two_amounts() {
    Random random = new Random(1);
    for (int round = 0; round < 200_000; round++) {
      long left = any(random);
      long right = any(random);
      requireExact(left, right, BigInteger.valueOf(left).add(BigInteger.valueOf(right)), true);
      requireExact(
          left, right, BigInteger.valueOf(left).subtract(BigInteger.valueOf(right)), false);
    }
  }

  @ParameterizedTest
  @CsvSource({
    MAX + ", 1",
    "1, " + MAX,
    MAX + ", " + MAX,
    MIN + ", -1",
    "-1, " + MIN,
    MIN + ", " + MIN
  })
  void a_sum_that_leaves_a_long_is_refused(long left, long right) {
    assertThat(usd(left).canAdd(usd(right))).isFalse();
    assertThatThrownBy(() -> usd(left).plus(usd(right))).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({MIN + ", 1", "0, " + MIN, "-2, " + MAX, MAX + ", -1"})
  void a_difference_that_leaves_a_long_is_refused(long left, long right) {
    assertThatThrownBy(() -> usd(left).minus(usd(right))).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void two_currencies_never_meet() {
    Money dollars = usd(1);
    Money ringgit = Money.of(1, MYR);
    String message = "cannot mix USD with MYR (0.01 MYR)";

    assertThatThrownBy(() -> dollars.plus(ringgit)).hasMessage(message);
    assertThatThrownBy(() -> dollars.minus(ringgit)).hasMessage(message);
    assertThatThrownBy(() -> dollars.canAdd(ringgit)).hasMessage(message);
    assertThatThrownBy(() -> dollars.compareTo(ringgit)).hasMessage(message);
    assertThat(dollars).isNotEqualTo(ringgit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"XAU", "XAG", "XTS", "XXX", "XDR"})
  void what_has_no_minor_unit_is_no_money(String code) {
    Currency currency = Currency.getInstance(code);
    String message = "currency " + code + " has no minor unit, expected a currency to pay with";

    assertThatThrownBy(() -> Money.zero(currency)).hasMessage(message);
    assertThatThrownBy(() -> Money.parse("1", currency)).hasMessage(message);
    assertThatThrownBy(() -> Money.parse("1.00", currency)).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    // minor               currency  text
    "0,                    USD,      0.00 USD",
    "5,                    USD,      0.05 USD",
    "-5,                   USD,      -0.05 USD",
    "123456,               IDR,      1234.56 IDR",
    "123456,               KWD,      123.456 KWD",
    "123456,               JPY,      123456 JPY",
    "9223372036854775807,  USD,      92233720368547758.07 USD",
    "-9223372036854775808, USD,      -92233720368547758.08 USD"
  })
  void it_prints_all_digits_and_never_an_exponent(long minor, String currency, String text) {
    assertThat(Money.of(minor, Currency.getInstance(currency))).hasToString(text);
  }

  @Test
  void it_orders_as_the_amounts_do() {
    assertThat(usd(1)).isGreaterThan(usd(0)).isLessThan(usd(2)).isEqualByComparingTo(usd(1));
    assertThat(usd(MIN)).isLessThan(usd(MAX));
  }

  @Test
  void nothing_is_zero_and_only_more_is_positive() {
    assertThat(Money.zero(USD).isZero()).isTrue();
    assertThat(Money.zero(USD).isPositive()).isFalse();
    assertThat(usd(1).isPositive()).isTrue();
    assertThat(usd(1).isZero()).isFalse();
    assertThat(usd(-1).isPositive()).isFalse();
    assertThat(usd(-1).isZero()).isFalse();
  }

  private static void requireExact(long left, long right, BigInteger exact, boolean sum) {
    boolean fits = exact.bitLength() <= 63;
    boolean asExpected = !sum || usd(left).canAdd(usd(right)) == fits;
    try {
      Money result = sum ? usd(left).plus(usd(right)) : usd(left).minus(usd(right));
      asExpected &= fits && BigInteger.valueOf(result.minor()).equals(exact);
    } catch (ArithmeticException refused) {
      asExpected &= !fits;
    }
    if (!asExpected) {
      throw new AssertionError(left + " and " + right + ", expected " + exact);
    }
  }

  /** Numbers of every size, and those at the ends. */
  private static long any(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextLong();
      case 1 -> random.nextLong() >> random.nextInt(64);
      case 2 -> MAX - random.nextInt(3);
      default -> MIN + random.nextInt(3);
    };
  }

  private static Money usd(long minor) {
    return Money.of(minor, USD);
  }
}
