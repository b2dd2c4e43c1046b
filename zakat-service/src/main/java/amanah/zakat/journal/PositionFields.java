package amanah.zakat.journal;

import amanah.id.CampaignId;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where a campaign is, as a map within a snapshot. */
final class PositionFields {

  private static final String CAMPAIGN = "campaign";
  private static final String UP_TO = "upTo";

  private PositionFields() {}

  static void write(PositionFields.Position position, EventWriter writer) throws IOException {
    writer.text(CAMPAIGN, position.campaignId().value());
    writer.number(UP_TO, position.sequence());
  }

  static PositionFields.Position read(EventReader reader) throws IOException {
    @Nullable CampaignId campaign = null;
    @Nullable Long upTo = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case CAMPAIGN -> campaign = reader.value(field, CampaignId::of);
        case UP_TO -> upTo = reader.number(field);
        default -> throw reader.unknown(field);
      }
    }
    return new Position(reader.required(CAMPAIGN, campaign), reader.required(UP_TO, upTo));
  }

  /** Up to which of its events a campaign's zakat is counted. */
  record Position(CampaignId campaignId, long sequence) {}
}
