package amanah.zakat.journal;

import amanah.journal.EventWriter;
import amanah.zakat.domain.wealth.AssetType;
import amanah.zakat.domain.wealth.LoneAsset;
import amanah.zakat.domain.wealth.LoneAsset.Crops;
import amanah.zakat.domain.wealth.LoneAsset.Fitr;
import amanah.zakat.domain.wealth.LoneAsset.Herd;
import amanah.zakat.domain.wealth.LoneAsset.Income;
import amanah.zakat.domain.wealth.LoneAsset.Mine;
import amanah.zakat.domain.wealth.LoneAsset.Rikaz;
import amanah.zakat.domain.wealth.Species;
import java.io.IOException;
import java.util.Map;

/** What stands in the map of an asset that stands alone, beside its type. */
final class LoneFields {

  private static final String VALUE = "value";
  private static final String NEEDS = "needs";
  private static final String PERIOD = "period";
  private static final String KILOGRAMS = "kilograms";
  private static final String WATERING = "watering";
  private static final String PRICE_PER_KILOGRAM = "pricePerKilogram";
  private static final String COUNT = "count";
  private static final String PRICES = "prices";
  private static final String HEADS = "heads";
  private static final String KILOGRAMS_PER_HEAD = "kilogramsPerHead";

  private LoneFields() {}

  static void write(LoneAsset asset, EventWriter writer) throws IOException {
    switch (asset) {
      case Income income -> {
        writer.text(VALUE, Texts.of(income.value()));
        writer.text(NEEDS, Texts.of(income.needs()));
        writer.text(PERIOD, WealthWords.INCOME_PERIOD.word(income.period()));
      }
      case Crops crops -> {
        writer.text(KILOGRAMS, Texts.of(crops.kilograms()));
        writer.text(WATERING, WealthWords.WATERING.word(crops.watering()));
        writer.text(PRICE_PER_KILOGRAM, crops.pricePerKilogram().map(Texts::of).orElse(null));
      }
      case Rikaz rikaz -> writer.text(VALUE, Texts.of(rikaz.value()));
      case Mine mine -> writer.text(VALUE, Texts.of(mine.value()));
      case Herd herd -> {
        writer.text(COUNT, Integer.toString(herd.count()));
        writer.text(PRICES, herd.prices().isEmpty() ? null : Texts.ofPrices(herd.prices()));
      }
      case Fitr fitr -> {
        writer.text(HEADS, Integer.toString(fitr.heads()));
        writer.text(KILOGRAMS_PER_HEAD, fitr.kilogramsPerHead().map(Texts::of).orElse(null));
        writer.text(PRICE_PER_KILOGRAM, fitr.pricePerKilogram().map(Texts::of).orElse(null));
      }
    }
  }

  static LoneAsset read(AssetType type, TextMap map) {
    return switch (type) {
      case INCOME ->
          new Income(
              map.value(VALUE, Texts::money),
              map.value(NEEDS, Texts::money),
              map.value(PERIOD, WealthWords.INCOME_PERIOD::constant));
      case CROPS ->
          new Crops(
              map.value(KILOGRAMS, Texts::decimal),
              map.value(WATERING, WealthWords.WATERING::constant),
              map.optional(PRICE_PER_KILOGRAM, Texts::decimal));
      case RIKAZ -> new Rikaz(map.value(VALUE, Texts::money));
      case MINE -> new Mine(map.value(VALUE, Texts::money));
      case SHEEP -> herd(Species.SHEEP, map);
      case CATTLE -> herd(Species.CATTLE, map);
      case CAMELS -> herd(Species.CAMELS, map);
      case FITR ->
          new Fitr(
              map.value(HEADS, Integer::parseInt),
              map.optional(KILOGRAMS_PER_HEAD, Texts::decimal),
              map.optional(PRICE_PER_KILOGRAM, Texts::decimal));
      case CASH, GOLD, SILVER, BUSINESS, RECEIVABLE, SHARES, PENSION, CRYPTO ->
          throw new IllegalArgumentException(type + " does not stand alone");
    };
  }

  private static Herd herd(Species species, TextMap map) {
    return new Herd(
        species,
        map.value(COUNT, Integer::parseInt),
        map.optional(PRICES, Texts::prices).orElseGet(Map::of));
  }
}
