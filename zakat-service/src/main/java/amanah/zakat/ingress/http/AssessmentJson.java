package amanah.zakat.ingress.http;

import amanah.http.Json;
import amanah.money.Money;
import amanah.zakat.domain.assessment.AssessedPayment;
import amanah.zakat.domain.assessment.AssessedRefund;
import amanah.zakat.domain.assessment.Assessment;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes assessments with what was paid towards them. */
final class AssessmentJson {

  private AssessmentJson() {}

  static void write(JsonGenerator json, Assessment assessment) throws IOException {
    json.writeStartObject();
    json.writeStringField("assessmentId", assessment.request().assessmentId().value());
    json.writeStringField("donorId", assessment.request().donorId().value());
    Json.time(json, "assessedAt", assessment.at());
    Json.money(json, "due", assessment.due());
    Json.money(json, "paid", assessment.paid());
    Json.money(json, "outstanding", assessment.outstanding());
    Json.money(json, "overpaid", assessment.overpaid());
    json.writeArrayFieldStart("unapplied");
    for (Money money : assessment.unapplied()) {
      Json.money(json, money);
    }
    json.writeEndArray();
    json.writeNumberField("paymentCount", assessment.paymentCount());
    json.writeArrayFieldStart("payments");
    for (AssessedPayment payment : assessment.payments()) {
      payment(json, payment);
    }
    json.writeEndArray();
    json.writeFieldName("answer");
    AnswerJson.write(json, assessment.answer());
    json.writeNumberField("sequence", assessment.sequence());
    json.writeEndObject();
  }

  private static void payment(JsonGenerator json, AssessedPayment payment) throws IOException {
    json.writeStartObject();
    json.writeStringField("campaignId", payment.campaignId().value());
    json.writeStringField("donationId", payment.donationId().value());
    Json.money(json, "amount", payment.amount());
    Json.money(json, "returned", payment.returned());
    json.writeBooleanField("applied", payment.applied());
    Json.time(json, "at", payment.at());
    json.writeArrayFieldStart("refunds");
    for (AssessedRefund refund : payment.refunds()) {
      json.writeStartObject();
      json.writeStringField("refundId", refund.refundId().value());
      Json.money(json, "amount", refund.amount());
      Json.time(json, "at", refund.at());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
