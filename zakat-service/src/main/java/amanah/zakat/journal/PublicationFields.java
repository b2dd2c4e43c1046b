package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.price.NisabFigure;
import amanah.zakat.domain.price.Publication;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A publication with its place, as a map within a snapshot: one of both kinds. */
final class PublicationFields {

  private static final String VERSION = "version";
  private static final String PRICES = "prices";
  private static final String FIGURE = "figure";

  private PublicationFields() {}

  static void write(Publication publication, EventWriter writer) throws IOException {
    writer.number(VERSION, publication.version());
    switch (publication) {
      case Publication.OfMetal metal ->
          Maps.write(PRICES, metal.prices(), PriceFields::write, writer);
      case Publication.OfNisab nisab ->
          Maps.write(FIGURE, nisab.figure(), NisabFields::write, writer);
    }
  }

  static Publication read(EventReader reader) throws IOException {
    @Nullable Long version = null;
    @Nullable MetalPrices prices = null;
    @Nullable NisabFigure figure = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case VERSION -> version = reader.number(field);
        case PRICES -> prices = Maps.readOne(field, PriceFields::read, reader);
        case FIGURE -> figure = Maps.readOne(field, NisabFields::read, reader);
        default -> throw reader.unknown(field);
      }
    }
    long place = reader.required(VERSION, version);
    return prices != null
        ? new Publication.OfMetal(place, prices)
        : new Publication.OfNisab(place, reader.required(FIGURE, figure));
  }
}
