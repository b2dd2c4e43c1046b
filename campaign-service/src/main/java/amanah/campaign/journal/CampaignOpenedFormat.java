package amanah.campaign.journal;

import amanah.campaign.domain.CampaignEvent.CampaignOpened;
import amanah.campaign.domain.CampaignTerms;
import amanah.id.CampaignId;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code campaign-opened.v1}. */
final class CampaignOpenedFormat {

  private static final String CAMPAIGN_ID = "campaignId";
  private static final String TERMS = "terms";
  private static final String DRAFT = "draft";
  private static final String AT = "at";

  private CampaignOpenedFormat() {}

  static void write(CampaignOpened event, EventWriter writer) throws IOException {
    writer.text(CAMPAIGN_ID, event.campaignId().value());
    TermsFields.write(TERMS, event.terms(), writer);
    writer.flag(DRAFT, event.draft());
    writer.instant(AT, event.at());
  }

  static CampaignOpened read(EventReader reader) throws IOException {
    @Nullable CampaignId campaignId = null;
    @Nullable CampaignTerms terms = null;
    @Nullable Boolean draft = null;
    @Nullable Instant at = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case CAMPAIGN_ID -> campaignId = reader.value(field, CampaignId::of);
        case TERMS -> terms = TermsFields.read(field, reader);
        case DRAFT -> draft = reader.flag(field);
        case AT -> at = reader.instant(field);
        default -> throw reader.unknown(field);
      }
    }
    return new CampaignOpened(
        reader.required(CAMPAIGN_ID, campaignId),
        reader.required(TERMS, terms),
        reader.required(DRAFT, draft),
        reader.required(AT, at));
  }
}
