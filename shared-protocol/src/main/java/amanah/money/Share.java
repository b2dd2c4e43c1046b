package amanah.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact part of a whole, such as 2.5 % or one eighth.
 *
 * @param ratio the part as a plain number: 0.025 is 2.5 %; never negative, trailing zeros removed;
 *     at most 64 digits, and the point no further than 64 digits away from them
 */
public record Share(BigDecimal ratio) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DIGITS_MAX = 64;

  /** Keeps one form for one share, so that equal shares are equal. */
  public Share {
    if (ratio.signum() < 0) {
      throw new IllegalArgumentException("share " + ratio + " is negative, expected 0 or more");
    }
    ratio = bounded(ratio.stripTrailingZeros());
  }

  /** The share of so many percent: {@code percent("2.577")}. */
  public static Share percent(String percent) {
    return new Share(bounded(new BigDecimal(percent)).movePointLeft(2));
  }

  /** The share of so many basis points: 1250 is one eighth. */
  public static Share basisPoints(long basisPoints) {
    return new Share(BigDecimal.valueOf(basisPoints, 4));
  }

  /** The exact result for an amount in major units, unrounded. */
  public BigDecimal exactlyOf(Money whole) {
    return whole.decimal().multiply(ratio);
  }

  /**
   * The share of an amount, rounded to the currency's minor unit.
   *
   * @throws ArithmeticException if the result leaves a {@code long} of minor units
   */
  public Money of(Money whole, RoundingMode rounding) {
    BigDecimal minor = BigDecimal.valueOf(whole.minor()).multiply(ratio).setScale(0, rounding);
    return Money.of(minor.longValueExact(), whole.currency());
  }

  /** This share in percent: 2.5 for a ratio of 0.025. */
  public BigDecimal percent() {
    return ratio.multiply(HUNDRED).stripTrailingZeros();
  }

  @Override
  public String toString() {
    return percent().toPlainString() + " %";
  }

  /** Without it, some characters such as 1E+999999999 cost gigabytes when they are multiplied. */
  private static BigDecimal bounded(BigDecimal number) {
    if (number.precision() > DIGITS_MAX
        || number.scale() > DIGITS_MAX
        || number.scale() < -DIGITS_MAX) {
      throw new IllegalArgumentException(
          "share of "
              + number.precision()
              + " digits and scale "
              + number.scale()
              + ", expected at most "
              + DIGITS_MAX
              + " of both");
    }
    return number;
  }
}
