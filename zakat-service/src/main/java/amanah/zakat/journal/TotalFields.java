package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.arithmetic.Total;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A sum as a map within an event or a snapshot. */
final class TotalFields {

  private static final String MINOR = "minor";
  private static final String CURRENCY = "currency";

  private TotalFields() {}

  static void write(Total total, EventWriter writer) throws IOException {
    writer.text(MINOR, total.minor().toString());
    writer.text(CURRENCY, total.currency().getCurrencyCode());
  }

  static Total read(EventReader reader) throws IOException {
    @Nullable BigInteger minor = null;
    @Nullable Currency currency = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case MINOR -> minor = reader.value(field, BigInteger::new);
        case CURRENCY -> currency = reader.value(field, Currency::getInstance);
        default -> throw reader.unknown(field);
      }
    }
    return new Total(reader.required(MINOR, minor), reader.required(CURRENCY, currency));
  }
}
