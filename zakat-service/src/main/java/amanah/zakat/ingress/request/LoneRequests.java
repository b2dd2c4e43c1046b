package amanah.zakat.ingress.request;

import static amanah.zakat.ingress.request.AssetRequests.needed;
import static amanah.zakat.ingress.request.AssetRequests.orNothing;

import amanah.http.Fields;
import amanah.http.Words;
import amanah.money.Money;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.IncomePeriod;
import amanah.zakat.domain.wealth.LoneAsset;
import amanah.zakat.domain.wealth.Watering;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads income, harvests, treasure, mines and fitr. */
final class LoneRequests {

  private static final Set<String> INCOME = Set.of("type", "value", "needs", "period");
  private static final Set<String> CROPS =
      Set.of("type", "kilograms", "watering", "pricePerKilogram");
  private static final Set<String> FOUND = Set.of("type", "value");
  private static final Set<String> FITR =
      Set.of("type", "heads", "kilogramsPerHead", "pricePerKilogram");

  private static final Map<String, IncomePeriod> PERIODS = Words.of(IncomePeriod.values());
  private static final Map<String, Watering> WATERINGS = Words.of(Watering.values());

  private LoneRequests() {}

  static @Nullable Asset income(Fields item) {
    Fields fields = item.knowing(INCOME);
    Money value = needed(fields, "value");
    Money needs = fields.moneyOrNothing("needs");
    fields.require("period", "one of " + String.join(", ", PERIODS.keySet()));
    IncomePeriod period = fields.word("period", PERIODS);
    return value == null || period == null
        ? null
        : fields.build(() -> new LoneAsset.Income(value, orNothing(needs, value), period));
  }

  static @Nullable Asset crops(Fields item) {
    Fields fields = item.knowing(CROPS);
    fields.require("kilograms", "the harvest as a decimal string");
    BigDecimal kilograms = fields.decimal("kilograms");
    fields.require("watering", "one of " + String.join(", ", WATERINGS.keySet()));
    Watering watering = fields.word("watering", WATERINGS);
    BigDecimal price = fields.decimal("pricePerKilogram");
    return kilograms == null || watering == null
        ? null
        : fields.build(() -> new LoneAsset.Crops(kilograms, watering, Optional.ofNullable(price)));
  }

  static @Nullable Asset rikaz(Fields item) {
    Fields fields = item.knowing(FOUND);
    Money value = needed(fields, "value");
    return value == null ? null : fields.build(() -> new LoneAsset.Rikaz(value));
  }

  static @Nullable Asset mine(Fields item) {
    Fields fields = item.knowing(FOUND);
    Money value = needed(fields, "value");
    return value == null ? null : fields.build(() -> new LoneAsset.Mine(value));
  }

  static @Nullable Asset fitr(Fields item) {
    Fields fields = item.knowing(FITR);
    fields.require("heads", "for how many it is given");
    Integer heads = fields.wholeNumber("heads", 0, Integer.MAX_VALUE);
    BigDecimal kilograms = fields.decimal("kilogramsPerHead");
    BigDecimal price = fields.decimal("pricePerKilogram");
    return heads == null
        ? null
        : fields.build(
            () ->
                new LoneAsset.Fitr(
                    heads, Optional.ofNullable(kilograms), Optional.ofNullable(price)));
  }
}
