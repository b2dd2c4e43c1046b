package amanah.zakat.journal;

import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.money.Money;
import amanah.zakat.domain.assessment.AssessmentEvent.PaymentReceived;
import amanah.zakat.domain.assessment.Movement;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code payment-received.v1}. */
final class PaymentReceivedFormat {

  private static final String CAMPAIGN_ID = "campaignId";
  private static final String DONATION_ID = "donationId";
  private static final String AMOUNT = "amount";
  private static final String DONATED_AT = "donatedAt";
  private static final String AT = "at";

  /** Written of a donor whom everybody may know; where it is missing, nobody may. */
  private static final String NAMED = "named";

  private PaymentReceivedFormat() {}

  static void write(PaymentReceived event, EventWriter writer) throws IOException {
    writer.text(CAMPAIGN_ID, event.payment().campaignId().value());
    writer.text(DONATION_ID, event.payment().donationId().value());
    writer.text(AMOUNT, Texts.of(event.payment().amount()));
    writer.instant(DONATED_AT, event.payment().at());
    writer.instant(AT, event.at());
    if (event.payment().named()) {
      writer.flag(NAMED, true);
    }
  }

  static PaymentReceived read(EventReader reader) throws IOException {
    @Nullable CampaignId campaignId = null;
    @Nullable DonationId donationId = null;
    @Nullable Money amount = null;
    @Nullable Instant donatedAt = null;
    @Nullable Instant at = null;
    boolean named = false;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case CAMPAIGN_ID -> campaignId = reader.value(field, CampaignId::of);
        case DONATION_ID -> donationId = reader.value(field, DonationId::of);
        case AMOUNT -> amount = reader.value(field, Texts::money);
        case DONATED_AT -> donatedAt = reader.instant(field);
        case AT -> at = reader.instant(field);
        case NAMED -> named = reader.flag(field);
        default -> throw reader.unknown(field);
      }
    }
    return new PaymentReceived(
        new Movement.Payment(
            reader.required(CAMPAIGN_ID, campaignId),
            reader.required(DONATION_ID, donationId),
            reader.required(AMOUNT, amount),
            reader.required(DONATED_AT, donatedAt),
            named),
        reader.required(AT, at));
  }
}
