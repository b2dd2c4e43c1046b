package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.fund.RecordedDistribution;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A distribution with its place, as a map within a snapshot. */
final class RecordedFields {

  private static final String CONTENT = "content";
  private static final String AT = "at";
  private static final String SEQUENCE = "sequence";

  private RecordedFields() {}

  static void write(RecordedDistribution recorded, EventWriter writer) throws IOException {
    Maps.write(CONTENT, recorded.distribution(), DistributionFields::write, writer);
    writer.instant(AT, recorded.at());
    writer.number(SEQUENCE, recorded.sequence());
  }

  static RecordedDistribution read(EventReader reader) throws IOException {
    @Nullable Distribution content = null;
    @Nullable Instant at = null;
    @Nullable Long sequence = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case CONTENT -> content = Maps.readOne(field, DistributionFields::read, reader);
        case AT -> at = reader.instant(field);
        case SEQUENCE -> sequence = reader.number(field);
        default -> throw reader.unknown(field);
      }
    }
    return new RecordedDistribution(
        reader.required(CONTENT, content),
        reader.required(AT, at),
        reader.required(SEQUENCE, sequence));
  }
}
