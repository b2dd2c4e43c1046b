package amanah.zakat.domain.wealth;

import amanah.zakat.domain.arithmetic.Amounts;
import amanah.zakat.domain.arithmetic.Rational;
import java.math.BigDecimal;

/** What part of a weight is pure metal. */
public sealed interface Purity {

  /** The part as a fraction of the weight. */
  Rational ratio();

  /** All of it: fine metal. */
  record Pure() implements Purity {

    @Override
    public Rational ratio() {
      return Rational.ONE;
    }

    @Override
    public String toString() {
      return "pure";
    }
  }

  /**
   * Parts of 24.
   *
   * @param karat more than 0, at most 24
   */
  record Karat(BigDecimal karat) implements Purity {

    private static final BigDecimal PURE = BigDecimal.valueOf(24);

    /** Refuses more than pure. */
    public Karat {
      checkPart("karat", karat, PURE);
    }

    @Override
    public Rational ratio() {
      return Rational.of(karat).dividedBy(Rational.of(PURE));
    }

    @Override
    public String toString() {
      return karat.toPlainString() + " karat";
    }
  }

  /**
   * Parts of 1000.
   *
   * @param fineness more than 0, at most 1000
   */
  record Fineness(BigDecimal fineness) implements Purity {

    private static final BigDecimal PURE = BigDecimal.valueOf(1000);

    /** Refuses more than pure. */
    public Fineness {
      checkPart("fineness", fineness, PURE);
    }

    @Override
    public Rational ratio() {
      return Rational.of(fineness).dividedBy(Rational.of(PURE));
    }

    @Override
    public String toString() {
      return "fineness " + fineness.toPlainString();
    }
  }

  private static void checkPart(String field, BigDecimal part, BigDecimal pure) {
    if (Amounts.positive(field, part).compareTo(pure) > 0) {
      throw new IllegalArgumentException(
          field + " " + part + " is refused, expected at most " + pure);
    }
  }
}
