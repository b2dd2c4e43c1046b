package amanah.zakat.domain.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RationalTest {

  private static final Rational THIRD = Rational.ONE.dividedBy(Rational.of(3));

  @Test
  void one_number_has_one_form() {
    assertThat(Rational.of(new BigDecimal("0.50")))
        .isEqualTo(new Rational(BigInteger.valueOf(-3), BigInteger.valueOf(-6)))
        .hasSameHashCodeAs(Rational.of(new BigDecimal("0.5")));
    assertThat(new Rational(BigInteger.ZERO, BigInteger.valueOf(-7))).isEqualTo(Rational.ZERO);
  }

  @Test
  void thirds_add_up_to_one() {
    assertThat(THIRD.plus(THIRD).plus(THIRD)).isEqualTo(Rational.ONE);
  }

  @Test
  void a_third_is_cut_when_it_is_written_and_only_then() {
    assertThat(THIRD).hasToString("0.33333333333333333333");
    assertThat(THIRD.isDecimal()).isFalse();
    assertThat(THIRD.fraction()).hasValue("1/3");
    assertThat(Rational.ONE.fraction()).isEmpty();
    assertThat(THIRD.rounded(2, RoundingMode.CEILING)).isEqualByComparingTo("0.34");
    assertThat(Rational.of(new BigDecimal("1500.00"))).hasToString("1500");
  }

  @Test
  void an_amount_is_shown_in_the_digits_of_its_currency() {
    Rational half = Rational.ONE.dividedBy(Rational.of(2));

    assertThat(THIRD.amount(Currency.getInstance("EUR"))).isEqualTo("0.33");
    assertThat(THIRD.amount(Currency.getInstance("KWD"))).isEqualTo("0.333");
    assertThat(half.amount(Currency.getInstance("JPY"))).isEqualTo("1");
  }

  @Test
  void nothing_divides_by_nothing() {
    assertThatThrownBy(() -> Rational.ONE.dividedBy(Rational.ZERO))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void decimals_compute_as_decimals_do() {
    Random random = new Random(20);
    for (int run = 0; run < 1_000; run++) {
      BigDecimal one = BigDecimal.valueOf(random.nextLong(), random.nextInt(12) - 2);
      BigDecimal two = BigDecimal.valueOf(random.nextLong(), random.nextInt(12) - 2);

      assertThat(Rational.of(one).plus(Rational.of(two))).isEqualTo(Rational.of(one.add(two)));
      assertThat(Rational.of(one).minus(Rational.of(two)))
          .isEqualTo(Rational.of(one.subtract(two)));
      assertThat(Rational.of(one).times(Rational.of(two)))
          .isEqualTo(Rational.of(one.multiply(two)));
      assertThat(Integer.signum(Rational.of(one).compareTo(Rational.of(two))))
          .isEqualTo(one.compareTo(two));
    }
  }
}
