package amanah.campaign.journal;

import amanah.campaign.domain.CampaignEvent.MilestoneReached;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.money.Money;
import java.io.IOException;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** {@code milestone-reached.v1}. */
final class MilestoneReachedFormat {

  private static final String PERCENT = "percent";
  private static final String RAISED_MINOR = "raisedMinor";
  private static final String CURRENCY = "currency";
  private static final String AT = "at";

  private MilestoneReachedFormat() {}

  static void write(MilestoneReached event, EventWriter writer) throws IOException {
    writer.number(PERCENT, event.percent());
    writer.number(RAISED_MINOR, event.raised().minor());
    writer.text(CURRENCY, event.raised().currency().getCurrencyCode());
    writer.instant(AT, event.at());
  }

  static MilestoneReached read(EventReader reader) throws IOException {
    @Nullable Integer percent = null;
    @Nullable Long raisedMinor = null;
    @Nullable Currency currency = null;
    @Nullable Instant at = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case PERCENT -> percent = reader.smallNumber(field);
        case RAISED_MINOR -> raisedMinor = reader.number(field);
        case CURRENCY -> currency = reader.value(field, Currency::getInstance);
        case AT -> at = reader.instant(field);
        default -> throw reader.unknown(field);
      }
    }
    return new MilestoneReached(
        reader.required(PERCENT, percent),
        Money.of(reader.required(RAISED_MINOR, raisedMinor), reader.required(CURRENCY, currency)),
        reader.required(AT, at));
  }
}
