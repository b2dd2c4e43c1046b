package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.book.BookEvent.StatisticsReset;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code statistics-reset.v1}. */
final class StatisticsResetFormat {

  private static final String EPOCH = "epoch";
  private static final String REQUEST = "request";
  private static final String AT = "at";

  private StatisticsResetFormat() {}

  static void write(StatisticsReset event, EventWriter writer) throws IOException {
    writer.number(EPOCH, event.epoch());
    writer.text(REQUEST, event.request());
    writer.instant(AT, event.at());
  }

  static StatisticsReset read(EventReader reader) throws IOException {
    @Nullable Long epoch = null;
    @Nullable String request = null;
    @Nullable Instant at = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case EPOCH -> epoch = reader.number(field);
        case REQUEST -> request = reader.text(field);
        case AT -> at = reader.instant(field);
        default -> throw reader.unknown(field);
      }
    }
    return new StatisticsReset(
        reader.required(EPOCH, epoch), reader.required(REQUEST, request), reader.required(AT, at));
  }
}
