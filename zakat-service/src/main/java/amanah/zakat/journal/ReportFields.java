package amanah.zakat.journal;

import amanah.id.CampaignId;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.money.Money;
import amanah.zakat.domain.book.CampaignReport;
import java.io.IOException;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A campaign's report as a map within an event. */
final class ReportFields {

  private static final String CAMPAIGN = "campaign";
  private static final String AFTER = "after";
  private static final String UP_TO = "upTo";
  private static final String COLLECTED = "collectedMinor";
  private static final String REFUNDED = "refundedMinor";
  private static final String CURRENCY = "currency";

  private ReportFields() {}

  static void write(CampaignReport report, EventWriter writer) throws IOException {
    writer.text(CAMPAIGN, report.campaignId().value());
    writer.number(AFTER, report.after());
    writer.number(UP_TO, report.upTo());
    writer.number(COLLECTED, report.collected().minor());
    writer.number(REFUNDED, report.refunded().minor());
    writer.text(CURRENCY, report.collected().currency().getCurrencyCode());
  }

  static CampaignReport read(EventReader reader) throws IOException {
    @Nullable CampaignId campaign = null;
    @Nullable Long after = null;
    @Nullable Long upTo = null;
    @Nullable Long collectedMinor = null;
    @Nullable Long refundedMinor = null;
    @Nullable Currency currency = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case CAMPAIGN -> campaign = reader.value(field, CampaignId::of);
        case AFTER -> after = reader.number(field);
        case UP_TO -> upTo = reader.number(field);
        case COLLECTED -> collectedMinor = reader.number(field);
        case REFUNDED -> refundedMinor = reader.number(field);
        case CURRENCY -> currency = reader.value(field, Currency::getInstance);
        default -> throw reader.unknown(field);
      }
    }
    Currency of = reader.required(CURRENCY, currency);
    return new CampaignReport(
        reader.required(CAMPAIGN, campaign),
        reader.required(AFTER, after),
        reader.required(UP_TO, upTo),
        Money.of(reader.required(COLLECTED, collectedMinor), of),
        Money.of(reader.required(REFUNDED, refundedMinor), of));
  }
}
