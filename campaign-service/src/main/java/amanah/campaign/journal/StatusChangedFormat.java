package amanah.campaign.journal;

import amanah.campaign.domain.CampaignEvent.StatusChanged;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.ChangeName;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code status-changed.v1}. */
final class StatusChangedFormat {

  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String REASON = "reason";
  private static final String AT = "at";
  private static final String CHANGE = "change";

  private StatusChangedFormat() {}

  static void write(StatusChanged event, EventWriter writer) throws IOException {
    writer.text(FROM, Words.of(event.from()));
    writer.text(TO, Words.of(event.to()));
    writer.text(REASON, event.reason());
    writer.instant(AT, event.at());
    ChangeNameFields.write(CHANGE, event.name(), writer);
  }

  static StatusChanged read(EventReader reader) throws IOException {
    @Nullable CampaignStatus from = null;
    @Nullable CampaignStatus to = null;
    @Nullable String reason = null;
    @Nullable Instant at = null;
    @Nullable ChangeName name = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case FROM -> from = reader.value(field, Words::status);
        case TO -> to = reader.value(field, Words::status);
        case REASON -> reason = reader.text(field);
        case AT -> at = reader.instant(field);
        case CHANGE -> name = ChangeNameFields.read(field, reader);
        default -> throw reader.unknown(field);
      }
    }
    return new StatusChanged(
        reader.required(FROM, from),
        reader.required(TO, to),
        reason,
        reader.required(AT, at),
        name);
  }
}
