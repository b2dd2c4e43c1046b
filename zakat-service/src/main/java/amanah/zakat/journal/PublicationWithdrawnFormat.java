package amanah.zakat.journal;

import amanah.id.PublicationId;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.book.BookEvent.PublicationWithdrawn;
import amanah.zakat.domain.price.Publication;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@code publication-withdrawn.v1}. */
final class PublicationWithdrawnFormat {

  private static final String PUBLICATION = "publication";
  private static final String FROM = "from";
  private static final String LEFT = "left";
  private static final String AT = "at";

  private PublicationWithdrawnFormat() {}

  static void write(PublicationWithdrawn event, EventWriter writer) throws IOException {
    writer.text(PUBLICATION, event.publicationId().value());
    writer.text(FROM, event.from().toString());
    Maps.write(LEFT, event.left(), PublicationFields::write, writer);
    writer.instant(AT, event.at());
  }

  static PublicationWithdrawn read(EventReader reader) throws IOException {
    @Nullable PublicationId publication = null;
    @Nullable LocalDate from = null;
    @Nullable Publication left = null;
    @Nullable Instant at = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case PUBLICATION -> publication = reader.value(field, PublicationId::of);
        case FROM -> from = reader.value(field, BookWords::day);
        case LEFT -> left = Maps.readOne(field, PublicationFields::read, reader);
        case AT -> at = reader.instant(field);
        default -> throw reader.unknown(field);
      }
    }
    return new PublicationWithdrawn(
        reader.required(PUBLICATION, publication),
        reader.required(FROM, from),
        reader.required(LEFT, left),
        reader.required(AT, at));
  }
}
