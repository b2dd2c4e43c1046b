package amanah.campaign.ingress.http;

import amanah.campaign.application.DonationReceipt;
import amanah.campaign.application.RecordedDonation;
import amanah.campaign.application.RefundReceipt;
import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Donor;
import amanah.campaign.domain.PublicDonation;
import amanah.http.Json;
import amanah.http.Words;
import amanah.id.CampaignId;
import amanah.money.Money;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes donations and refunds; what would tell who an anonymous donor is, never. */
final class DonationJson {

  static final String CAPTURED = "captured";

  private DonationJson() {}

  static void write(JsonGenerator json, DonationReceipt receipt) throws IOException {
    DonationOutcome.Recorded donation = receipt.donation();
    json.writeStartObject();
    json.writeStringField("donationId", donation.donationId().value());
    json.writeStringField("status", CAPTURED);
    Json.money(json, "amount", donation.amount());
    CampaignJson.presentState(json, receipt.campaign());
    json.writeNumberField("sequence", donation.sequence());
    json.writeEndObject();
  }

  static void write(JsonGenerator json, RefundReceipt receipt) throws IOException {
    Answer.RefundRecorded refund = receipt.refund();
    json.writeStartObject();
    json.writeStringField("refundId", refund.refundId().value());
    json.writeStringField("donationId", refund.donationId().value());
    Json.money(json, "amount", refund.amount());
    Json.money(json, "refunded", refund.refunded());
    json.writeStringField("status", status(refund.captured(), refund.refunded()));
    optional(json, "reason", refund.reason());
    json.writeNumberField("sequence", refund.sequence());
    CampaignJson.presentState(json, receipt.campaign());
    json.writeEndObject();
  }

  static void write(JsonGenerator json, CampaignId campaignId, RecordedDonation recorded)
      throws IOException {
    Donation donation = recorded.donation();
    Instant donatedAt = Objects.requireNonNullElse(donation.donatedAt(), recorded.recordedAt());
    json.writeStartObject();
    json.writeStringField("donationId", donation.donationId().value());
    json.writeStringField("campaignId", campaignId.value());
    Json.money(json, "amount", donation.amount());
    Json.money(json, "refunded", recorded.refunded());
    json.writeStringField("status", status(donation.amount(), recorded.refunded()));
    json.writeStringField("designation", Words.of(donation.designation()));
    PublicDonation shown = PublicDonation.of(donation);
    donor(json, shown.donor());
    optional(json, "assessmentId", shown.assessmentId());
    optional(json, "message", donation.message());
    Json.time(json, "donatedAt", donatedAt);
    Json.time(json, "recordedAt", recorded.recordedAt());
    json.writeObjectFieldStart("payment");
    json.writeStringField("method", CAPTURED);
    optional(json, "reference", shown.paymentReference());
    json.writeEndObject();
    history(json, recorded);
    json.writeEndObject();
  }

  /** Who gave, as {@link PublicDonation} shows it. */
  static void donor(JsonGenerator json, @Nullable Donor donor) throws IOException {
    if (donor != null) {
      json.writeObjectFieldStart("donor");
      optional(json, "id", donor.donorId());
      optional(json, "name", donor.name());
      json.writeBooleanField("anonymous", donor.anonymous());
      json.writeEndObject();
    }
  }

  private static void history(JsonGenerator json, RecordedDonation recorded) throws IOException {
    json.writeArrayFieldStart("history");
    entry(json, "recorded", recorded.sequence(), recorded.recordedAt());
    Json.money(json, "amount", recorded.donation().amount());
    json.writeEndObject();
    for (RecordedDonation.Refund entry : recorded.refunds()) {
      CampaignEvent.DonationRefunded refund = entry.refund();
      entry(json, "refunded", entry.sequence(), refund.at());
      json.writeStringField("refundId", refund.refundId().value());
      Json.money(json, "amount", refund.amount());
      optional(json, "reason", PublicDonation.reason(recorded.donation(), refund.reason()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void entry(JsonGenerator json, String type, long sequence, Instant at)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", type);
    json.writeNumberField("sequence", sequence);
    Json.time(json, "at", at);
  }

  private static String status(Money captured, Money refunded) {
    if (refunded.isZero()) {
      return CAPTURED;
    }
    return refunded.equals(captured) ? "refunded" : "partially_refunded";
  }

  static void optional(JsonGenerator json, String field, @Nullable Object value)
      throws IOException {
    if (value != null) {
      json.writeStringField(field, value.toString());
    }
  }
}
