package amanah.zakat.domain.arithmetic;

import amanah.money.Money;
import java.math.BigDecimal;

/** The bounds of weights, prices and amounts that come from outside. */
public final class Amounts {

  private static final int DIGITS_MAX = 18;

  private Amounts() {}

  /**
   * The value if it is 0 or more and has at most 18 digits on either side of the point.
   *
   * @throws IllegalArgumentException names the field, the value and what was expected
   */
  public static BigDecimal notNegative(String field, BigDecimal value) {
    if (value.signum() < 0) {
      throw refused(field, value, "0 or more");
    }
    if (value.scale() > DIGITS_MAX || value.precision() - (long) value.scale() > DIGITS_MAX) {
      throw new IllegalArgumentException(
          "%s has %d digits before its point and %d behind it, expected at most %d on either side"
              .formatted(
                  field,
                  Math.max(0, value.precision() - (long) value.scale()),
                  Math.max(0, value.scale()),
                  DIGITS_MAX));
    }
    return value;
  }

  /**
   * The value if it is more than 0 and not absurdly long.
   *
   * @throws IllegalArgumentException names the field, the value and what was expected
   */
  public static BigDecimal positive(String field, BigDecimal value) {
    if (notNegative(field, value).signum() == 0) {
      throw refused(field, value, "more than 0");
    }
    return value;
  }

  /**
   * The amount if it is 0 or more.
   *
   * @throws IllegalArgumentException names the field, the value and what was expected
   */
  public static Money notNegative(String field, Money value) {
    if (value.minor() < 0) {
      throw new IllegalArgumentException(field + " " + value + " is refused, expected 0 or more");
    }
    return value;
  }

  private static IllegalArgumentException refused(String field, BigDecimal value, String expected) {
    return new IllegalArgumentException(field + " " + value + " is refused, expected " + expected);
  }
}
