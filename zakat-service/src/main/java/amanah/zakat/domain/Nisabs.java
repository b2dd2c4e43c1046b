package amanah.zakat.domain;

import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.rule.NisabRule;
import amanah.zakat.domain.rule.Sourced;
import amanah.zakat.domain.wealth.Metal;
import amanah.zakat.domain.wealth.Prices;
import java.math.BigDecimal;
import java.util.Optional;

/** Turns the weights of the nisab into money, at the prices of the day. */
record Nisabs(NisabRule rule, Prices prices, Till till) {

  Threshold ofWealth() {
    return switch (rule.basis().value()) {
      case GOLD -> ofGold();
      case SILVER -> ofSilver();
      case LOWER_OF_TWO -> lowerOfTwo(ofGold(), ofSilver());
    };
  }

  Threshold ofGold() {
    return ofMetal(Metal.GOLD, rule.goldGrams(), prices.gold());
  }

  Threshold ofSilver() {
    return ofMetal(Metal.SILVER, rule.silverGrams(), prices.silver());
  }

  private static Threshold lowerOfTwo(Threshold gold, Threshold silver) {
    boolean goldIsLower = gold.value().compareTo(silver.value()) <= 0;
    Threshold lower = goldIsLower ? gold : silver;
    Threshold higher = goldIsLower ? silver : gold;
    return new Threshold(lower.value(), lower.words() + ", lower than " + higher.words());
  }

  Rational goldPrice(String neededFor) {
    return price(Metal.GOLD, prices.gold(), neededFor);
  }

  Rational silverPrice(String neededFor) {
    return price(Metal.SILVER, prices.silver(), neededFor);
  }

  boolean reaches(Rational wealth, Threshold nisab) {
    return rule.comparison().value().reaches(wealth, nisab.value());
  }

  private Threshold ofMetal(Metal metal, Sourced<BigDecimal> grams, Optional<BigDecimal> known) {
    Rational weight = Rational.of(grams.value());
    String weightWords = weight + " g of " + metal;
    Rational price = price(metal, known, "the nisab of " + weightWords);
    Rational value = weight.times(price);
    return new Threshold(
        value,
        weightWords
            + " ("
            + grams.source()
            + ") at "
            + till.words(price)
            + " a gram = "
            + till.words(value));
  }

  private Rational price(Metal metal, Optional<BigDecimal> known, String neededFor) {
    return known
        .map(Rational::of)
        .orElseThrow(
            () ->
                new RefusedCalculation(
                    new Refusal.PriceMissing(
                        new NeededPrice.OfMetal(metal), till.currency(), neededFor)));
  }
}
