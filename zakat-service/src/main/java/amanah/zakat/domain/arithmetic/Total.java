package amanah.zakat.domain.arithmetic;

import amanah.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;

/**
 * A sum of money over many campaigns or calculations. Unlike a single amount it has no upper end:
 * nobody's gift is left uncounted because the sum has grown too large.
 *
 * @param minor in minor units; may be negative
 * @param currency the one currency of all that was summed up
 */
public record Total(BigInteger minor, Currency currency) implements Comparable<Total> {

  /** Nothing. */
  public static Total zero(Currency currency) {
    return new Total(BigInteger.ZERO, currency);
  }

  /** So many minor units. */
  public static Total of(long minor, Currency currency) {
    return new Total(BigInteger.valueOf(minor), currency);
  }

  /** One amount. */
  public static Total of(Money money) {
    return of(money.minor(), money.currency());
  }

  /** The sum. */
  public Total plus(Total other) {
    return new Total(minor.add(sameCurrency(other).minor), currency);
  }

  /** The sum. */
  public Total plus(Money money) {
    return plus(of(money));
  }

  /** The difference. */
  public Total minus(Total other) {
    return new Total(minor.subtract(sameCurrency(other).minor), currency);
  }

  /** The amount in major units with the currency's digits, such as {@code 50000.00}. */
  public String amount() {
    return new BigDecimal(minor, currency.getDefaultFractionDigits()).toPlainString();
  }

  @Override
  public int compareTo(Total other) {
    return minor.compareTo(sameCurrency(other).minor);
  }

  @Override
  public String toString() {
    return amount() + " " + currency;
  }

  private Total sameCurrency(Total other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot mix " + currency + " with " + other);
    }
    return other;
  }
}
