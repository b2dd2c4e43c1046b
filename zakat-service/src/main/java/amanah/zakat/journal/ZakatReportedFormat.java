package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.book.BookEvent.ZakatReported;
import amanah.zakat.domain.book.CampaignReport;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code zakat-reported.v1}. */
final class ZakatReportedFormat {

  private static final String REPORTS = "reports";
  private static final String AT = "at";

  private ZakatReportedFormat() {}

  static void write(ZakatReported event, EventWriter writer) throws IOException {
    Maps.writeAll(REPORTS, event.reports(), ReportFields::write, writer);
    writer.instant(AT, event.at());
  }

  static ZakatReported read(EventReader reader) throws IOException {
    @Nullable List<CampaignReport> reports = null;
    @Nullable Instant at = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case REPORTS -> reports = Maps.readAll(field, ReportFields::read, reader);
        case AT -> at = reader.instant(field);
        default -> throw reader.unknown(field);
      }
    }
    return new ZakatReported(reader.required(REPORTS, reports), reader.required(AT, at));
  }
}
