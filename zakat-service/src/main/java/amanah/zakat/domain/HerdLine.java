package amanah.zakat.domain;

import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.livestock.Animal;
import amanah.zakat.domain.livestock.Animals;
import amanah.zakat.domain.livestock.CamelZakat;
import amanah.zakat.domain.livestock.CattleZakat;
import amanah.zakat.domain.livestock.HerdZakat;
import amanah.zakat.domain.livestock.SheepZakat;
import amanah.zakat.domain.rule.CamelReading;
import amanah.zakat.domain.wealth.LoneAsset.Herd;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** The zakat of a herd: animals, and money only when their prices are given. */
record HerdLine(CamelReading camels, Till till) {

  /** A large herd has hundreds of equal choices; the words name the first of them. */
  private static final int CHOICES_NAMED = 4;

  Line of(Herd herd) {
    HerdZakat zakat =
        switch (herd.species()) {
          case SHEEP -> SheepZakat.of(herd.count());
          case CATTLE -> CattleZakat.of(herd.count());
          case CAMELS -> CamelZakat.of(herd.count(), camels);
        };
    Optional<Valued> priced = priced(zakat, herd.prices());
    return new Line.InAnimals(
        herd.type(),
        herd.count(),
        zakat.first(),
        zakat.alternatives().stream().limit(Line.InAnimals.ALTERNATIVES_MAX).toList(),
        priced.map(given -> till.worth(given.value())),
        explanation(herd, zakat, priced));
  }

  private String explanation(Herd herd, HerdZakat zakat, Optional<Valued> priced) {
    StringBuilder words =
        new StringBuilder()
            .append(herd.count())
            .append(" grazing ")
            .append(Till.lower(herd.species()))
            .append(": ")
            .append(zakat.isDue() ? zakat.first().toString() : "below the nisab, no zakat");
    zakat.choices().stream()
        .skip(1)
        .limit(CHOICES_NAMED - 1L)
        .forEach(choice -> words.append(", or ").append(choice));
    int unnamed = zakat.choices().size() - CHOICES_NAMED;
    if (unnamed > 0) {
      words.append(", or another of ").append(unnamed).append(" equal choices");
    }
    priced.ifPresent(
        given ->
            words
                .append("; in money ")
                .append(given.animals())
                .append(" = ")
                .append(till.words(given.value())));
    return words.toString();
  }

  /** The first choice whose animals all have a price; to name only others is an oversight. */
  private Optional<Valued> priced(HerdZakat zakat, Map<Animal, BigDecimal> prices) {
    if (prices.isEmpty() || !zakat.isDue()) {
      return Optional.empty();
    }
    return Optional.of(
        zakat.choices().stream()
            .filter(choice -> prices.keySet().containsAll(choice.counts().keySet()))
            .findFirst()
            .map(choice -> new Valued(choice, value(choice, prices)))
            .orElseThrow(() -> missing(zakat.first(), prices)));
  }

  private static Rational value(Animals animals, Map<Animal, BigDecimal> prices) {
    Rational value = Rational.ZERO;
    for (Map.Entry<Animal, Integer> entry : animals.counts().entrySet()) {
      BigDecimal price = prices.getOrDefault(entry.getKey(), BigDecimal.ZERO);
      value = value.plus(Rational.of(price).times(Rational.of(entry.getValue())));
    }
    return value;
  }

  private RefusedCalculation missing(Animals due, Map<Animal, BigDecimal> prices) {
    Animal animal =
        due.counts().keySet().stream()
            .filter(wanted -> !prices.containsKey(wanted))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("every animal of " + due + " is priced"));
    return new RefusedCalculation(
        new Refusal.PriceMissing(
            new NeededPrice.OfAnimal(animal), till.currency(), "the worth of " + due));
  }

  private record Valued(Animals animals, Rational value) {}
}
