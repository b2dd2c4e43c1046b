package amanah.zakat.domain.arithmetic;

import amanah.money.Money;
import amanah.money.Share;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact fraction: gold of 22 karat is 22/24 of its weight, which no decimal holds.
 *
 * @param numerator carries the sign
 * @param denominator positive; the two have no common factor, so equal fractions are equal
 */
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {

  /** Nothing. */
  public static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);

  /** One. */
  public static final Rational ONE = new Rational(BigInteger.ONE, BigInteger.ONE);

  /** Where a fraction without an end, such as a third, is cut when it is written as a decimal. */
  public static final int FRACTION_DIGITS_MAX = 20;

  /** Keeps one form for one number. */
  public Rational {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("a fraction's denominator is zero");
    }
    BigInteger common = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      common = common.negate();
    }
    if (!common.equals(BigInteger.ONE)) {
      numerator = numerator.divide(common);
      denominator = denominator.divide(common);
    }
  }

  /** The whole number. */
  public static Rational of(long whole) {
    return new Rational(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  /** The decimal, exactly. */
  public static Rational of(BigDecimal decimal) {
    return decimal.scale() <= 0
        ? new Rational(decimal.toBigIntegerExact(), BigInteger.ONE)
        : new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  /** The amount in major units. */
  public static Rational of(Money money) {
    return of(money.decimal());
  }

  /** The share as a plain number: 2.5 % is 1/40. */
  public static Rational of(Share share) {
    return of(share.ratio());
  }

  /** The sum. */
  public Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /** The difference. */
  public Rational minus(Rational other) {
    return plus(new Rational(other.numerator.negate(), other.denominator));
  }

  /** The product. */
  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** The quotient. */
  public Rational dividedBy(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /** This number, or nothing when it is less than nothing. */
  public Rational orNothing() {
    return numerator.signum() < 0 ? ZERO : this;
  }

  /** The smaller of the two. */
  public Rational min(Rational other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Whether this is more than nothing. */
  public boolean isPositive() {
    return numerator.signum() > 0;
  }

  /**
   * The amount in the currency's minor unit, rounded once, from the exact value.
   *
   * @throws ArithmeticException if it leaves a {@code long} of minor units
   */
  public Money toMoney(Currency currency, RoundingMode rounding) {
    BigDecimal rounded = rounded(currency.getDefaultFractionDigits(), rounding);
    return Money.of(rounded.unscaledValue().longValueExact(), currency);
  }

  /** The decimal with so many fraction digits. */
  public BigDecimal rounded(int fractionDigits, RoundingMode rounding) {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), fractionDigits, rounding);
  }

  /**
   * The decimal without trailing zeros: exact when the fraction ends within {@value
   * #FRACTION_DIGITS_MAX} digits, else cut there.
   */
  public BigDecimal decimal() {
    return rounded(FRACTION_DIGITS_MAX, RoundingMode.DOWN).stripTrailingZeros();
  }

  /** Whether {@link #decimal} is all of it. */
  public boolean isDecimal() {
    return of(decimal()).equals(this);
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** The plain decimal, as {@link #decimal}. */
  @Override
  public String toString() {
    return decimal().toPlainString();
  }
}
