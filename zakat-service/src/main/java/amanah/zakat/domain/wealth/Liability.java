package amanah.zakat.domain.wealth;

import amanah.money.Money;
import amanah.zakat.domain.arithmetic.Amounts;

/** What a payer owes. */
public sealed interface Liability {

  /**
   * A debt that is paid at once.
   *
   * @param value what is owed
   * @param due when it has to be paid
   */
  record Debt(Money value, DebtTerm due) implements Liability {

    /** Refuses a negative debt. */
    public Debt {
      Amounts.notNegative("value", value);
    }
  }

  /**
   * A loan that is paid every month; the next twelve instalments are what a year can take off.
   *
   * @param monthly one instalment
   * @param total all that is still owed
   */
  record Instalments(Money monthly, Money total) implements Liability {

    /** Refuses negative amounts. */
    public Instalments {
      Amounts.notNegative("monthly", monthly);
      Amounts.notNegative("total", total);
    }
  }
}
