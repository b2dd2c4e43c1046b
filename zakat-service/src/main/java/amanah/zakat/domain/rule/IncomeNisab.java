package amanah.zakat.domain.rule;

import amanah.money.Money;
import java.math.BigDecimal;

/** From which income on zakat is due. */
public sealed interface IncomeNisab {

  /**
   * A figure that an authority publishes for one year and one currency; never derived.
   *
   * @param year the nisab of a year's income
   * @param month the nisab of a month's income
   */
  record Published(Money year, Money month) implements IncomeNisab {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    /** Refuses a month that is not a twelfth of the year, rounded to a whole unit either way. */
    public Published {
      BigDecimal difference = month.decimal().multiply(MONTHS).subtract(year.decimal()).abs();
      if (!year.currency().equals(month.currency())
          || !month.isPositive()
          || difference.compareTo(MONTHS) >= 0) {
        throw new IllegalArgumentException(
            "month " + month + " is not a twelfth of year " + year + ", expected a published pair");
      }
    }
  }

  /** The nisab of monetary wealth for a year's income, a twelfth of it for a month's. */
  record OfWealth() implements IncomeNisab {}
}
