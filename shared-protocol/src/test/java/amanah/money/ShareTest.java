package amanah.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShareTest {

  private static final Currency USD = Currency.getInstance("USD");

  @ParameterizedTest
  @CsvSource({
    // percent   of minor             rounding   minor
    "2.5,        4000,                UNNECESSARY, 100",
    "2.5,        1,                   DOWN,      0",
    "2.5,        1,                   UP,        1",
    "2.5,        20,                  HALF_UP,   1",
    "2.5,        20,                  HALF_DOWN, 0",
    "2.5,        20,                  HALF_EVEN, 0",
    "2.5,        60,                  HALF_EVEN, 2",
    "2.577,      100000,              UNNECESSARY, 2577",
    "2.577,      100001,              UP,        2578",
    "100,        9223372036854775807, UNNECESSARY, 9223372036854775807",
    "0,          9223372036854775807, UNNECESSARY, 0",
    "0.0001,     9223372036854775807, DOWN,      9223372036854",
    "2.5,        -4000,               UNNECESSARY, -100"
  })
  void a_share_is_rounded_as_it_is_told(
      String percent, long whole, RoundingMode rounding, long minor) {
    assertThat(Share.percent(percent).of(Money.of(whole, USD), rounding))
        .isEqualTo(Money.of(minor, USD));
  }

  @Test
  void a_share_that_does_not_come_out_even_is_refused_without_a_rounding() {
    Share share = Share.percent("2.5");

    assertThatThrownBy(() -> share.of(Money.of(1, USD), RoundingMode.UNNECESSARY))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void a_share_that_leaves_a_long_is_refused() {
    Share share = Share.percent("100.0001");

    assertThatThrownBy(() -> share.of(Money.of(Long.MAX_VALUE, USD), RoundingMode.DOWN))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void it_is_exact_for_any_amount() {
    Random random = new Random(1);
    for (int round = 0; round < 100_000; round++) {
      long minor = random.nextLong() >> random.nextInt(64);
      long basisPoints = random.nextInt(10_001);
      BigInteger expected =
          BigInteger.valueOf(minor)
              .multiply(BigInteger.valueOf(basisPoints))
              .divide(BigInteger.valueOf(10_000));
      Money share = Share.basisPoints(basisPoints).of(Money.of(minor, USD), RoundingMode.DOWN);
      if (share.minor() != expected.longValueExact()) {
        throw new AssertionError(basisPoints + " of " + minor);
      }
    }
  }

  @Test
  void exactly_of_keeps_every_digit() {
    assertThat(Share.percent("2.577").exactlyOf(Money.of(12_345, USD)))
        .isEqualByComparingTo(new BigDecimal("3.18130650"));
  }

  @Test
  void equal_shares_are_equal_however_they_were_written() {
    assertThat(Share.percent("2.50"))
        .isEqualTo(Share.percent("2.5"))
        .isEqualTo(Share.basisPoints(250))
        .isEqualTo(new Share(new BigDecimal("0.0250")))
        .hasSameHashCodeAs(Share.basisPoints(250));
    assertThat(Share.percent("0.00")).isEqualTo(Share.basisPoints(0));
    assertThat(Share.percent("100")).isEqualTo(Share.percent("1E+2"));
  }

  @ParameterizedTest
  @CsvSource({
    "2.5,   2.5 %",
    "2.50,  2.5 %",
    "12.5,  12.5 %",
    "0,     0 %",
    "100,   100 %",
    "1000,  1000 %",
    "0.001, 0.001 %"
  })
  void it_prints_as_percent_and_never_an_exponent(String percent, String text) {
    assertThat(Share.percent(percent)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "-0.0001"})
  void a_negative_share_is_refused(String percent) {
    assertThatThrownBy(() -> Share.percent(percent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("is negative, expected 0 or more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "abc", "2,5", "2.5%", "NaN", "Infinity"})
  void what_is_no_number_is_refused_as_an_argument(String percent) {
    assertThatThrownBy(() -> Share.percent(percent)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+65", "1E-65", "1E+999999999", "1E-2147483647", "1E+2147483647"})
  void a_number_that_would_fill_the_memory_is_refused(String percent) {
    assertThatThrownBy(() -> Share.percent(percent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("expected at most 64 of both");
  }

  @Test
  void a_share_of_more_than_64_digits_is_refused() {
    assertThatThrownBy(() -> new Share(new BigDecimal("1".repeat(65))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("share of 65 digits and scale 0, expected at most 64 of both");
    assertThat(new Share(new BigDecimal("0." + "1".repeat(64))).ratio().precision()).isEqualTo(64);
  }
}
