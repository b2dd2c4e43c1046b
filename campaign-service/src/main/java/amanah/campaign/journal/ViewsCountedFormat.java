package amanah.campaign.journal;

import amanah.campaign.domain.CampaignEvent.ViewsCounted;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code views-counted.v1}. */
final class ViewsCountedFormat {

  private static final String COUNT = "count";
  private static final String AT = "at";

  private ViewsCountedFormat() {}

  static void write(ViewsCounted event, EventWriter writer) throws IOException {
    writer.number(COUNT, event.count());
    writer.instant(AT, event.at());
  }

  static ViewsCounted read(EventReader reader) throws IOException {
    @Nullable Long count = null;
    @Nullable Instant at = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case COUNT -> count = reader.number(field);
        case AT -> at = reader.instant(field);
        default -> throw reader.unknown(field);
      }
    }
    return new ViewsCounted(reader.required(COUNT, count), reader.required(AT, at));
  }
}
