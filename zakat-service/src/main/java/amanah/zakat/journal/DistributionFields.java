package amanah.zakat.journal;

import amanah.id.DistributionId;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.money.Money;
import amanah.zakat.domain.fund.Asnaf;
import amanah.zakat.domain.fund.Distribution;
import java.io.IOException;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A distribution as a map within an event or a snapshot. */
final class DistributionFields {

  private static final String ID = "distribution";
  private static final String ASNAF = "asnaf";
  private static final String MINOR = "amountMinor";
  private static final String CURRENCY = "currency";
  private static final String RECIPIENT = "recipient";
  private static final String NOTE = "note";

  private DistributionFields() {}

  static void write(Distribution distribution, EventWriter writer) throws IOException {
    writer.text(ID, distribution.distributionId().value());
    writer.text(ASNAF, BookWords.of(distribution.asnaf()));
    writer.number(MINOR, distribution.amount().minor());
    writer.text(CURRENCY, distribution.amount().currency().getCurrencyCode());
    writer.text(RECIPIENT, distribution.recipient().orElse(null));
    writer.text(NOTE, distribution.note().orElse(null));
  }

  static Distribution read(EventReader reader) throws IOException {
    @Nullable DistributionId distribution = null;
    @Nullable Asnaf asnaf = null;
    @Nullable Long amountMinor = null;
    @Nullable Currency currency = null;
    @Nullable String recipient = null;
    @Nullable String note = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case ID -> distribution = reader.value(field, DistributionId::of);
        case ASNAF -> asnaf = reader.value(field, BookWords::asnaf);
        case MINOR -> amountMinor = reader.number(field);
        case CURRENCY -> currency = reader.value(field, Currency::getInstance);
        case RECIPIENT -> recipient = reader.text(field);
        case NOTE -> note = reader.text(field);
        default -> throw reader.unknown(field);
      }
    }
    return new Distribution(
        reader.required(ID, distribution),
        reader.required(ASNAF, asnaf),
        Money.of(reader.required(MINOR, amountMinor), reader.required(CURRENCY, currency)),
        Optional.ofNullable(recipient),
        Optional.ofNullable(note));
  }
}
