package amanah.campaign.journal;

import amanah.campaign.domain.CampaignEvent.DonationRefunded;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.money.Money;
import java.io.IOException;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** {@code donation-refunded.v1}. */
final class DonationRefundedFormat {

  private static final String REFUND_ID = "refundId";
  private static final String DONATION_ID = "donationId";
  private static final String AMOUNT_MINOR = "amountMinor";
  private static final String CURRENCY = "currency";
  private static final String REASON = "reason";
  private static final String AT = "at";

  private DonationRefundedFormat() {}

  static void write(DonationRefunded event, EventWriter writer) throws IOException {
    writer.text(REFUND_ID, event.refundId().value());
    writer.text(DONATION_ID, event.donationId().value());
    writer.number(AMOUNT_MINOR, event.amount().minor());
    writer.text(CURRENCY, event.amount().currency().getCurrencyCode());
    writer.text(REASON, event.reason());
    writer.instant(AT, event.at());
  }

  static DonationRefunded read(EventReader reader) throws IOException {
    @Nullable RefundId refundId = null;
    @Nullable DonationId donationId = null;
    @Nullable Long amountMinor = null;
    @Nullable Currency currency = null;
    @Nullable String reason = null;
    @Nullable Instant at = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case REFUND_ID -> refundId = reader.value(field, RefundId::of);
        case DONATION_ID -> donationId = reader.value(field, DonationId::of);
        case AMOUNT_MINOR -> amountMinor = reader.number(field);
        case CURRENCY -> currency = reader.value(field, Currency::getInstance);
        case REASON -> reason = reader.text(field);
        case AT -> at = reader.instant(field);
        default -> throw reader.unknown(field);
      }
    }
    return new DonationRefunded(
        reader.required(REFUND_ID, refundId),
        reader.required(DONATION_ID, donationId),
        Money.of(reader.required(AMOUNT_MINOR, amountMinor), reader.required(CURRENCY, currency)),
        reason,
        reader.required(AT, at));
  }
}
