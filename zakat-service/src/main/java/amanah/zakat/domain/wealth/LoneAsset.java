package amanah.zakat.domain.wealth;

import amanah.money.Money;
import amanah.zakat.domain.arithmetic.Amounts;
import amanah.zakat.domain.livestock.Animal;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Wealth that stands alone, with a nisab of its own or none, and no debts taken off. */
public sealed interface LoneAsset extends Asset {

  /**
   * Income as it is received.
   *
   * @param value what was earned
   * @param needs what basic needs took
   * @param period in what time
   */
  record Income(Money value, Money needs, IncomePeriod period) implements LoneAsset {

    /** Refuses negative amounts. */
    public Income {
      Amounts.notNegative("value", value);
      Amounts.notNegative("needs", needs);
    }

    @Override
    public AssetType type() {
      return AssetType.INCOME;
    }
  }

  /**
   * A harvest, unhusked.
   *
   * @param kilograms what was gathered
   * @param watering what watered the field
   * @param pricePerKilogram to give money instead, if wanted
   */
  record Crops(BigDecimal kilograms, Watering watering, Optional<BigDecimal> pricePerKilogram)
      implements LoneAsset {

    /** Refuses negative weights and prices. */
    public Crops {
      Amounts.notNegative("kilograms", kilograms);
      pricePerKilogram.ifPresent(price -> Amounts.notNegative("pricePerKilogram", price));
    }

    @Override
    public AssetType type() {
      return AssetType.CROPS;
    }
  }

  /**
   * Buried treasure of an earlier time.
   *
   * @param value what it is worth
   */
  record Rikaz(Money value) implements LoneAsset {

    /** Refuses a negative value. */
    public Rikaz {
      Amounts.notNegative("value", value);
    }

    @Override
    public AssetType type() {
      return AssetType.RIKAZ;
    }
  }

  /**
   * What a mine gives.
   *
   * @param value what it is worth
   */
  record Mine(Money value) implements LoneAsset {

    /** Refuses a negative value. */
    public Mine {
      Amounts.notNegative("value", value);
    }

    @Override
    public AssetType type() {
      return AssetType.MINE;
    }
  }

  /**
   * A grazing herd after its year.
   *
   * @param species what grazes
   * @param count how many
   * @param prices of one animal each, to give money instead, if wanted
   */
  record Herd(Species species, int count, Map<Animal, BigDecimal> prices) implements LoneAsset {

    /** The largest herd; beyond, the list of equal choices would have no use. */
    public static final int COUNT_MAX = 100_000;

    /** Refuses negative and unheard-of counts. */
    public Herd {
      if (count < 0 || count > COUNT_MAX) {
        throw new IllegalArgumentException(
            "count " + count + " is refused, expected 0 to " + COUNT_MAX);
      }
      prices = Map.copyOf(prices);
      prices.forEach((animal, price) -> Amounts.notNegative("prices." + animal, price));
    }

    @Override
    public AssetType type() {
      return switch (species) {
        case SHEEP -> AssetType.SHEEP;
        case CATTLE -> AssetType.CATTLE;
        case CAMELS -> AssetType.CAMELS;
      };
    }
  }

  /**
   * Zakat al-fitr at the end of Ramadan.
   *
   * @param heads for whom it is given
   * @param kilogramsPerHead in place of the profile's sa', if the region's differs
   * @param pricePerKilogram to give money instead, if wanted
   */
  record Fitr(
      int heads, Optional<BigDecimal> kilogramsPerHead, Optional<BigDecimal> pricePerKilogram)
      implements LoneAsset {

    /** Refuses negative values. */
    public Fitr {
      if (heads < 0) {
        throw new IllegalArgumentException("heads " + heads + " is refused, expected 0 or more");
      }
      kilogramsPerHead.ifPresent(weight -> Amounts.positive("kilogramsPerHead", weight));
      pricePerKilogram.ifPresent(price -> Amounts.notNegative("pricePerKilogram", price));
    }

    @Override
    public AssetType type() {
      return AssetType.FITR;
    }
  }
}
