package amanah.zakat.domain.rule;

import amanah.zakat.domain.arithmetic.Rational;

/** Whether wealth of exactly the nisab is due. */
public enum NisabComparison {
  /** Reaching the nisab is due: every published standard says "equalled or exceeded". */
  INCLUSIVE {
    @Override
    public boolean reaches(Rational wealth, Rational nisab) {
      return wealth.compareTo(nisab) >= 0;
    }
  },
  /** Only more than the nisab is due, as {@code calculate_zakat} of the source document has it. */
  EXCLUSIVE {
    @Override
    public boolean reaches(Rational wealth, Rational nisab) {
      return wealth.compareTo(nisab) > 0;
    }
  };

  /** Whether the unrounded wealth is enough for zakat to be due. */
  public abstract boolean reaches(Rational wealth, Rational nisab);
}
