package amanah.zakat.journal;

import amanah.id.PublicationId;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.book.BookEvent.PricesPublished;
import amanah.zakat.domain.price.MetalPrices;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code prices-published.v1}. */
final class PricesPublishedFormat {

  private static final String PUBLICATION = "publication";
  private static final String PRICES = "prices";
  private static final String AT = "at";

  private PricesPublishedFormat() {}

  static void write(PricesPublished event, EventWriter writer) throws IOException {
    writer.text(PUBLICATION, event.publicationId().map(PublicationId::value).orElse(null));
    Maps.write(PRICES, event.prices(), PriceFields::write, writer);
    writer.instant(AT, event.at());
  }

  static PricesPublished read(EventReader reader) throws IOException {
    @Nullable PublicationId publication = null;
    @Nullable MetalPrices prices = null;
    @Nullable Instant at = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case PUBLICATION -> publication = reader.value(field, PublicationId::of);
        case PRICES -> prices = Maps.readOne(field, PriceFields::read, reader);
        case AT -> at = reader.instant(field);
        default -> throw reader.unknown(field);
      }
    }
    return new PricesPublished(
        Optional.ofNullable(publication), reader.required(PRICES, prices), reader.required(AT, at));
  }
}
