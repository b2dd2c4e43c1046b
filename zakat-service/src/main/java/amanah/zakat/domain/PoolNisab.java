package amanah.zakat.domain;

import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.rule.MetalAlone;
import amanah.zakat.domain.rule.Sourced;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which nisab monetary wealth is held against.
 *
 * <p>One metal alone has the nisab of its own weight. Mixed wealth has that of its value, and no
 * less is due of it than of the metal in it alone: whoever is given a coin beside his silver must
 * not owe less than before. Debts are set against the other wealth first.
 */
record PoolNisab(Nisabs nisabs, Sourced<MetalAlone> reading) {

  /**
   * The nisab of a pool.
   *
   * @param gold what the gold in it counts
   * @param silver what the silver in it counts
   * @param gross all of it
   * @param base what is left of it after debts
   */
  Threshold of(Rational gold, Rational silver, Rational gross, Rational base) {
    return switch (reading.value()) {
      case BY_VALUE -> nisabs.ofWealth();
      case BY_WEIGHT -> byWeight(gold, silver, gross, base);
    };
  }

  private Threshold byWeight(Rational gold, Rational silver, Rational gross, Rational base) {
    if (gold.isPositive() && gold.compareTo(gross) == 0) {
      return alone(nisabs.ofGold());
    } else if (silver.isPositive() && silver.compareTo(gross) == 0) {
      return alone(nisabs.ofSilver());
    }
    Threshold ofWealth = nisabs.ofWealth();
    return nisabs.reaches(base, ofWealth)
        ? ofWealth
        : reachedBy("gold", gold, base, nisabs::ofGold)
            .or(() -> reachedBy("silver", silver, base, nisabs::ofSilver))
            .orElse(ofWealth);
  }

  private Threshold alone(Threshold own) {
    return new Threshold(
        own.value(), own.words() + ", its own as it is alone (" + reading.source() + ")");
  }

  /** Metal that is not there needs no price. */
  private Optional<Threshold> reachedBy(
      String name, Rational metal, Rational base, Supplier<Threshold> nisab) {
    if (!metal.isPositive()) {
      return Optional.empty();
    }
    Threshold own = nisab.get();
    return nisabs.reaches(metal.min(base), own)
        ? Optional.of(
            new Threshold(
                own.value(),
                own.words() + ", which its " + name + " reaches alone (" + reading.source() + ")"))
        : Optional.empty();
  }
}
