package amanah.money;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount of one ISO 4217 currency, in its minor units (cents, sen, yen, fils).
 *
 * @param minor the amount in minor units; arithmetic that would leave a {@code long} is refused
 * @param currency the currency; amounts of two currencies never meet
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  /** Refuses what has no minor unit, such as gold (XAU) or the test currency (XTS). */
  public Money {
    requireMinorUnit(currency);
  }

  /** The amount of {@code minor} minor units. */
  public static Money of(long minor, Currency currency) {
    return new Money(minor, currency);
  }

  /** Nothing, in that currency. */
  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * Reads a plain decimal such as {@code 50000.00}: digits, at most one point, and no more fraction
   * digits than the currency has.
   *
   * @throws IllegalArgumentException names the text and what was expected
   */
  public static Money parse(String amount, Currency currency) {
    requireMinorUnit(currency);
    return new Money(DecimalText.toMinor(amount, currency.getDefaultFractionDigits()), currency);
  }

  /** The sum. */
  public Money plus(Money other) {
    return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
  }

  /** The difference. */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
  }

  /** Whether adding {@code other} stays within a {@code long} of minor units. */
  public boolean canAdd(Money other) {
    long sum = minor + sameCurrency(other).minor;
    return ((minor ^ sum) & (other.minor ^ sum)) >= 0;
  }

  /** Whether this is nothing. */
  public boolean isZero() {
    return minor == 0;
  }

  /** Whether this is more than nothing. */
  public boolean isPositive() {
    return minor > 0;
  }

  /** The amount in major units, with exactly the currency's digits. */
  public BigDecimal decimal() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
  }

  /** The amount as text, always with the currency's digits: {@code 50000.00}. */
  public String amount() {
    return decimal().toPlainString();
  }

  /** Orders amounts of one currency. */
  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, sameCurrency(other).minor);
  }

  @Override
  public String toString() {
    return amount() + " " + currency;
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "cannot mix " + currency + " with " + other.currency + " (" + other + ")");
    }
    return other;
  }

  private static void requireMinorUnit(Currency currency) {
    if (currency.getDefaultFractionDigits() < 0) {
      throw new IllegalArgumentException(
          "currency " + currency + " has no minor unit, expected a currency to pay with");
    }
  }
}
