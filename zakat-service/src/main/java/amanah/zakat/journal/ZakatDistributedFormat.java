package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.book.BookEvent.ZakatDistributed;
import amanah.zakat.domain.fund.Distribution;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code zakat-distributed.v1}. */
final class ZakatDistributedFormat {

  private static final String CONTENT = "content";
  private static final String AT = "at";

  private ZakatDistributedFormat() {}

  static void write(ZakatDistributed event, EventWriter writer) throws IOException {
    Maps.write(CONTENT, event.distribution(), DistributionFields::write, writer);
    writer.instant(AT, event.at());
  }

  static ZakatDistributed read(EventReader reader) throws IOException {
    @Nullable Distribution content = null;
    @Nullable Instant at = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case CONTENT -> content = Maps.readOne(field, DistributionFields::read, reader);
        case AT -> at = reader.instant(field);
        default -> throw reader.unknown(field);
      }
    }
    return new ZakatDistributed(reader.required(CONTENT, content), reader.required(AT, at));
  }
}
