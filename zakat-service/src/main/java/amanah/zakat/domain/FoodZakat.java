package amanah.zakat.domain;

import amanah.money.Share;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.Sourced;
import amanah.zakat.domain.wealth.AssetType;
import amanah.zakat.domain.wealth.LoneAsset.Crops;
import amanah.zakat.domain.wealth.LoneAsset.Fitr;
import amanah.zakat.domain.wealth.Watering;
import java.math.BigDecimal;
import java.util.Optional;

/** Zakat in kilograms: of the harvest, and of each head at the end of Ramadan. */
record FoodZakat(RuleSet rules, Till till) {

  Line crops(Crops crops) {
    Rational harvest = Rational.of(crops.kilograms());
    Sourced<BigDecimal> nisab = rules.crops().nisabKilograms();
    Sourced<Share> rate = rate(crops.watering());
    Rational least = Rational.of(nisab.value());
    boolean due = rules.nisab().comparison().value().reaches(harvest, least);
    Rational given = due ? harvest.times(Rational.of(rate.value())) : Rational.ZERO;
    Optional<Worth> worth = worth(given, crops.pricePerKilogram());
    String explanation =
        "harvest of "
            + harvest
            + " kg "
            + (due ? "reaches" : "does not reach")
            + " the nisab of "
            + least
            + " kg ("
            + nisab.source()
            + "): "
            + (due
                ? rate
                    + " for a field watered by "
                    + wateringWords(crops.watering())
                    + " is "
                    + weighed(given, crops.pricePerKilogram())
                : "no zakat");
    return new Line.InKilograms(
        AssetType.CROPS, harvest, Optional.of(rate.value()), given, worth, explanation);
  }

  private Sourced<Share> rate(Watering watering) {
    return switch (watering) {
      case RAIN -> rules.crops().rainRate();
      case IRRIGATED -> rules.crops().irrigatedRate();
      case MIXED -> rules.crops().mixedRate();
    };
  }

  private static String wateringWords(Watering watering) {
    return switch (watering) {
      case RAIN -> "rain";
      case IRRIGATED -> "irrigation";
      case MIXED -> "rain and irrigation";
    };
  }

  Line fitr(Fitr fitr) {
    Sourced<BigDecimal> measure =
        fitr.kilogramsPerHead().map(Sourced::requested).orElse(rules.fitrKilograms());
    Rational given = Rational.of(measure.value()).times(Rational.of(fitr.heads()));
    String explanation =
        "fitr for "
            + fitr.heads()
            + " heads, one sa' of "
            + measure.value().toPlainString()
            + " kg each ("
            + measure.source()
            + "), is "
            + weighed(given, fitr.pricePerKilogram());
    return new Line.InKilograms(
        AssetType.FITR,
        given,
        Optional.empty(),
        given,
        worth(given, fitr.pricePerKilogram()),
        explanation);
  }

  private Optional<Worth> worth(Rational given, Optional<BigDecimal> pricePerKilogram) {
    return pricePerKilogram.map(price -> till.worth(given.times(Rational.of(price))));
  }

  private String weighed(Rational given, Optional<BigDecimal> pricePerKilogram) {
    return given
        + " kg"
        + pricePerKilogram
            .map(Rational::of)
            .map(
                price ->
                    ", at " + till.words(price) + " a kilogram " + till.words(given.times(price)))
            .orElse("");
  }
}
