package amanah.zakat.journal;

import amanah.id.PublicationId;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.price.Publication;
import amanah.zakat.domain.price.RecordedPublication;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A publication with its name, as a map within a snapshot. */
final class NamedFields {

  private static final String ID = "id";
  private static final String CONTENT = "content";
  private static final String AT = "at";

  private NamedFields() {}

  static void write(RecordedPublication recorded, EventWriter writer) throws IOException {
    writer.text(ID, recorded.publicationId().value());
    Maps.write(CONTENT, recorded.publication(), PublicationFields::write, writer);
    writer.instant(AT, recorded.at());
  }

  static RecordedPublication read(EventReader reader) throws IOException {
    @Nullable PublicationId publication = null;
    @Nullable Publication content = null;
    @Nullable Instant at = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case ID -> publication = reader.value(field, PublicationId::of);
        case CONTENT -> content = Maps.readOne(field, PublicationFields::read, reader);
        case AT -> at = reader.instant(field);
        default -> throw reader.unknown(field);
      }
    }
    return new RecordedPublication(
        reader.required(ID, publication),
        reader.required(CONTENT, content),
        reader.required(AT, at));
  }
}
