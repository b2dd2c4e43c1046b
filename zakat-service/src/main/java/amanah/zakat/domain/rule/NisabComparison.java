package amanah.zakat.domain.rule;

import amanah.money.Money;
import amanah.zakat.domain.arithmetic.Rational;

/** Whether wealth of exactly the nisab is due. */
public enum NisabComparison {
  /** Reaching the nisab is due: every published standard says "equalled or exceeded". */
  INCLUSIVE {
    @Override
    boolean admits(int comparison) {
      return comparison >= 0;
    }
  },
  /** Only more than the nisab is due, as {@code calculate_zakat} of the source document has it. */
  EXCLUSIVE {
    @Override
    boolean admits(int comparison) {
      return comparison > 0;
    }
  };

  /** Whether the unrounded wealth is enough for zakat to be due. */
  public boolean reaches(Rational wealth, Rational nisab) {
    return admits(wealth.compareTo(nisab));
  }

  /** Whether wealth of one currency is enough for zakat to be due. */
  public boolean reaches(Money wealth, Money nisab) {
    return admits(wealth.compareTo(nisab));
  }

  /** Whether wealth that compares so to the nisab is enough. */
  abstract boolean admits(int comparison);
}
