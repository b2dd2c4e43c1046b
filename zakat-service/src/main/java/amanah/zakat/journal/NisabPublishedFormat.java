package amanah.zakat.journal;

import amanah.id.PublicationId;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.book.BookEvent.NisabPublished;
import amanah.zakat.domain.price.NisabFigure;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code nisab-published.v1}. */
final class NisabPublishedFormat {

  private static final String PUBLICATION = "publication";
  private static final String FIGURE = "figure";
  private static final String AT = "at";

  private NisabPublishedFormat() {}

  static void write(NisabPublished event, EventWriter writer) throws IOException {
    writer.text(PUBLICATION, event.publicationId().map(PublicationId::value).orElse(null));
    Maps.write(FIGURE, event.figure(), NisabFields::write, writer);
    writer.instant(AT, event.at());
  }

  static NisabPublished read(EventReader reader) throws IOException {
    @Nullable PublicationId publication = null;
    @Nullable NisabFigure figure = null;
    @Nullable Instant at = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case PUBLICATION -> publication = reader.value(field, PublicationId::of);
        case FIGURE -> figure = Maps.readOne(field, NisabFields::read, reader);
        case AT -> at = reader.instant(field);
        default -> throw reader.unknown(field);
      }
    }
    return new NisabPublished(
        Optional.ofNullable(publication), reader.required(FIGURE, figure), reader.required(AT, at));
  }
}
