package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.wealth.Prices;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prices of metal as a map within an event or a snapshot. */
final class PriceFields {

  private static final String CURRENCY = "currency";
  private static final String DAY = "day";
  private static final String GOLD = "gold";
  private static final String SILVER = "silver";

  private PriceFields() {}

  static void write(MetalPrices prices, EventWriter writer) throws IOException {
    writer.text(CURRENCY, prices.currency().getCurrencyCode());
    writer.text(DAY, prices.day().toString());
    writer.text(GOLD, prices.perGram().gold().map(BigDecimal::toString).orElse(null));
    writer.text(SILVER, prices.perGram().silver().map(BigDecimal::toString).orElse(null));
  }

  static MetalPrices read(EventReader reader) throws IOException {
    @Nullable Currency currency = null;
    @Nullable LocalDate day = null;
    @Nullable BigDecimal gold = null;
    @Nullable BigDecimal silver = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case CURRENCY -> currency = reader.value(field, Currency::getInstance);
        case DAY -> day = reader.value(field, BookWords::day);
        case GOLD -> gold = reader.value(field, BigDecimal::new);
        case SILVER -> silver = reader.value(field, BigDecimal::new);
        default -> throw reader.unknown(field);
      }
    }
    return new MetalPrices(
        reader.required(CURRENCY, currency),
        reader.required(DAY, day),
        new Prices(Optional.ofNullable(gold), Optional.ofNullable(silver)));
  }
}
