package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.book.BookEvent.StatisticsCounted;
import amanah.zakat.domain.statistics.NodeCounts;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code statistics-counted.v1}. */
final class StatisticsCountedFormat {

  private static final String TALLIES = "tallies";
  private static final String AT = "at";

  private StatisticsCountedFormat() {}

  static void write(StatisticsCounted event, EventWriter writer) throws IOException {
    Maps.writeAll(TALLIES, event.tallies(), TallyFields::write, writer);
    writer.instant(AT, event.at());
  }

  static StatisticsCounted read(EventReader reader) throws IOException {
    @Nullable List<NodeCounts> tallies = null;
    @Nullable Instant at = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case TALLIES -> tallies = Maps.readAll(field, TallyFields::read, reader);
        case AT -> at = reader.instant(field);
        default -> throw reader.unknown(field);
      }
    }
    return new StatisticsCounted(reader.required(TALLIES, tallies), reader.required(AT, at));
  }
}
