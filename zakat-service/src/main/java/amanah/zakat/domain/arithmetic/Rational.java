package amanah.zakat.domain.arithmetic;

import amanah.money.Money;
import amanah.money.Share;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

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
    BigInteger common = commonFactor(numerator, denominator);
    if (denominator.signum() < 0) {
      common = common.negate();
    }
    if (!common.equals(BigInteger.ONE)) {
      numerator = numerator.divide(common);
      denominator = denominator.divide(common);
    }
  }

  private static BigInteger commonFactor(BigInteger one, BigInteger other) {
    return SmallNumbers.isSmall(one) && SmallNumbers.isSmall(other)
        ? BigInteger.valueOf(SmallNumbers.commonFactor(one.longValue(), other.longValue()))
        : one.gcd(other);
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

  /** The share of an amount, in major units. */
  public static Rational of(Money money, Share share) {
    BigDecimal ratio = share.ratio();
    int scale = money.currency().getDefaultFractionDigits() + ratio.scale();
    if (ratio.scale() >= 0 && SmallNumbers.isPowerOfTen(scale)) {
      BigInteger part = ratio.unscaledValue().multiply(BigInteger.valueOf(money.minor()));
      if (SmallNumbers.isSmall(part)) {
        long denominator = SmallNumbers.powerOfTen(scale);
        long common = SmallNumbers.commonFactor(part.longValue(), denominator);
        return new Rational(
            BigInteger.valueOf(part.longValue() / common),
            BigInteger.valueOf(denominator / common));
      }
    }
    return of(money).times(of(share));
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
    int digits = currency.getDefaultFractionDigits();
    return Money.of(
        SmallNumbers.isSmall(numerator) && SmallNumbers.isSmall(denominator)
            ? roundedSmall(digits, rounding)
            : rounded(digits, rounding).unscaledValue().longValueExact(),
        currency);
  }

  private long roundedSmall(int digits, RoundingMode rounding) {
    long divisor = denominator.longValue();
    long whole = Math.floorDiv(numerator.longValue(), divisor);
    long rest = Math.floorMod(numerator.longValue(), divisor);
    long scale = SmallNumbers.powerOfTen(digits);
    if (Math.multiplyHigh(rest, scale) != 0 || rest * scale < 0) {
      return rounded(digits, rounding).unscaledValue().longValueExact();
    }
    long minor = Math.addExact(Math.multiplyExact(whole, scale), rest * scale / divisor);
    return switch (rounding) {
      case CEILING -> rest * scale % divisor == 0 ? minor : Math.addExact(minor, 1);
      case FLOOR -> minor;
      case UP, DOWN, HALF_UP, HALF_DOWN, HALF_EVEN, UNNECESSARY ->
          rounded(digits, rounding).unscaledValue().longValueExact();
    };
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

  /** Numerator and denominator, such as {@code 875/3}, unless {@link #decimal} is all of it. */
  public Optional<String> fraction() {
    return isDecimal() ? Optional.empty() : Optional.of(numerator + "/" + denominator);
  }

  /** The decimal in the currency's digits, to be shown: nothing is decided by what is shown. */
  public String amount(Currency currency) {
    return rounded(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP).toPlainString();
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
