package amanah.zakat.journal;

import amanah.id.PublicationId;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.price.Publication;
import amanah.zakat.domain.price.RecordedPublication;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A publication with its name, as a map within a snapshot. */
final class NamedFields {

  private static final String ID = "id";
  private static final String CONTENT = "content";
  private static final String AT = "at";
  private static final String WITHDRAWN_FROM = "withdrawnFrom";

  private NamedFields() {}

  static void write(RecordedPublication recorded, EventWriter writer) throws IOException {
    writer.text(ID, recorded.publicationId().value());
    Maps.write(CONTENT, recorded.publication(), PublicationFields::write, writer);
    writer.instant(AT, recorded.at());
    writer.text(WITHDRAWN_FROM, recorded.withdrawnFrom().map(LocalDate::toString).orElse(null));
  }

  static RecordedPublication read(EventReader reader) throws IOException {
    @Nullable PublicationId publication = null;
    @Nullable Publication content = null;
    @Nullable Instant at = null;
    @Nullable LocalDate withdrawnFrom = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case ID -> publication = reader.value(field, PublicationId::of);
        case CONTENT -> content = Maps.readOne(field, PublicationFields::read, reader);
        case AT -> at = reader.instant(field);
        case WITHDRAWN_FROM -> withdrawnFrom = reader.value(field, BookWords::day);
        default -> throw reader.unknown(field);
      }
    }
    return new RecordedPublication(
        reader.required(ID, publication),
        reader.required(CONTENT, content),
        reader.required(AT, at),
        Optional.ofNullable(withdrawnFrom));
  }
}
