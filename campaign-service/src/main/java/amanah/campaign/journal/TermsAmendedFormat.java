package amanah.campaign.journal;

import amanah.campaign.domain.CampaignEvent.TermsAmended;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.ChangeName;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code terms-amended.v1}. */
final class TermsAmendedFormat {

  private static final String TERMS = "terms";
  private static final String AT = "at";
  private static final String CHANGE = "change";

  private TermsAmendedFormat() {}

  static void write(TermsAmended event, EventWriter writer) throws IOException {
    TermsFields.write(TERMS, event.terms(), writer);
    writer.instant(AT, event.at());
    ChangeNameFields.write(CHANGE, event.name(), writer);
  }

  static TermsAmended read(EventReader reader) throws IOException {
    @Nullable CampaignTerms terms = null;
    @Nullable Instant at = null;
    @Nullable ChangeName name = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case TERMS -> terms = TermsFields.read(field, reader);
        case AT -> at = reader.instant(field);
        case CHANGE -> name = ChangeNameFields.read(field, reader);
        default -> throw reader.unknown(field);
      }
    }
    return new TermsAmended(reader.required(TERMS, terms), reader.required(AT, at), name);
  }
}
