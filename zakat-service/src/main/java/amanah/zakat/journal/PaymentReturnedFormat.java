package amanah.zakat.journal;

import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.money.Money;
import amanah.zakat.domain.assessment.AssessmentEvent.PaymentReturned;
import amanah.zakat.domain.assessment.Movement;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code payment-returned.v1}. */
final class PaymentReturnedFormat {

  private static final String CAMPAIGN_ID = "campaignId";
  private static final String DONATION_ID = "donationId";
  private static final String REFUND_ID = "refundId";
  private static final String AMOUNT = "amount";
  private static final String REFUNDED_AT = "refundedAt";
  private static final String AT = "at";

  private PaymentReturnedFormat() {}

  static void write(PaymentReturned event, EventWriter writer) throws IOException {
    writer.text(CAMPAIGN_ID, event.returned().campaignId().value());
    writer.text(DONATION_ID, event.returned().donationId().value());
    writer.text(REFUND_ID, event.returned().refundId().value());
    writer.text(AMOUNT, Texts.of(event.returned().amount()));
    writer.instant(REFUNDED_AT, event.returned().at());
    writer.instant(AT, event.at());
  }

  static PaymentReturned read(EventReader reader) throws IOException {
    @Nullable CampaignId campaignId = null;
    @Nullable DonationId donationId = null;
    @Nullable RefundId refundId = null;
    @Nullable Money amount = null;
    @Nullable Instant refundedAt = null;
    @Nullable Instant at = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case CAMPAIGN_ID -> campaignId = reader.value(field, CampaignId::of);
        case DONATION_ID -> donationId = reader.value(field, DonationId::of);
        case REFUND_ID -> refundId = reader.value(field, RefundId::of);
        case AMOUNT -> amount = reader.value(field, Texts::money);
        case REFUNDED_AT -> refundedAt = reader.instant(field);
        case AT -> at = reader.instant(field);
        default -> throw reader.unknown(field);
      }
    }
    return new PaymentReturned(
        new Movement.Return(
            reader.required(CAMPAIGN_ID, campaignId),
            reader.required(DONATION_ID, donationId),
            reader.required(REFUND_ID, refundId),
            reader.required(AMOUNT, amount),
            reader.required(REFUNDED_AT, refundedAt)),
        reader.required(AT, at));
  }
}
