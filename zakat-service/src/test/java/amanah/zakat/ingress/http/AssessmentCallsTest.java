package amanah.zakat.ingress.http;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.money.Money;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.assessment.AssessedPayment;
import amanah.zakat.domain.assessment.AssessedRefund;
import com.fasterxml.jackson.databind.JsonNode;
import com.linecorp.armeria.common.HttpData;
import java.net.http.HttpResponse;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AssessmentCallsTest {

  private static final String ASSESSMENTS = "/v1/zakat/assessments";
  private static final String OF_DONOR_7 =
      """
      {"assessmentId": "siti-1447", "donorId": "donor-7", "currency": "IDR",
       "prices": {"gold": "1000000"}, "assets": [{"type": "gold", "grams": "100"}]}
      """;

  private final OpenZakatDoor door = new OpenZakatDoor();

  @AfterEach
  void close() {
    door.close();
  }

  private static Money idr(String amount) {
    return Money.parse(amount, Currency.getInstance("IDR"));
  }

  private void paid(String amount, String returned) {
    door.zakat.pay(
        AssessmentId.of("siti-1447"),
        new AssessedPayment(
            CampaignId.of("well"),
            DonationId.of("d-1"),
            idr(amount),
            InMemoryZakat.NOON,
            idr(returned),
            List.of(new AssessedRefund(RefundId.of("r-1"), idr(returned), InMemoryZakat.NOON)),
            true));
  }

  @Test
  void a_new_assessment_is_answered_with_all_of_it_and_where_it_is() {
    HttpResponse<String> response = door.post(ASSESSMENTS, OF_DONOR_7);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    assertThat(response.headers().firstValue("location")).hasValue(ASSESSMENTS + "/siti-1447");
    JsonNode assessment = OpenZakatDoor.json(response);
    assertThat(assessment.path("assessmentId").textValue()).isEqualTo("siti-1447");
    assertThat(assessment.path("donorId").textValue()).isEqualTo("donor-7");
    assertThat(assessment.path("assessedAt").textValue()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(assessment.at("/due/amount").textValue()).isEqualTo("2500000.00");
    assertThat(assessment.at("/paid/amount").textValue()).isEqualTo("0.00");
    assertThat(assessment.at("/outstanding/amount").textValue()).isEqualTo("2500000.00");
    assertThat(assessment.at("/answer/profile").textValue()).isEqualTo("aaoifi");
    assertThat(assessment.at("/answer/lines/0/type").textValue()).isEqualTo("gold");
    assertThat(assessment.at("/answer/figures/prices/gold/perGram").textValue())
        .isEqualTo("1000000");
  }

  @Test
  void the_same_again_is_a_replay_and_other_content_a_mismatch() {
    HttpResponse<String> first = door.post(ASSESSMENTS, OF_DONOR_7);
    HttpResponse<String> again = door.post(ASSESSMENTS, OF_DONOR_7);
    HttpResponse<String> other = door.post(ASSESSMENTS, OF_DONOR_7.replace("\"100\"", "\"101\""));

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.headers().firstValue("idempotent-replayed")).hasValue("true");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(OpenZakatDoor.json(other).path("code").textValue())
        .isEqualTo("idempotency_mismatch");
  }

  @Test
  void the_key_names_an_assessment_that_has_no_name_and_else_the_server_does() {
    String unnamed = OF_DONOR_7.replace("\"assessmentId\": \"siti-1447\", ", "");
    Map<String, String> headers = new HashMap<>(OpenZakatDoor.JSON);
    headers.put("Idempotency-Key", "key-1");

    HttpResponse<String> keyed = door.send("POST", ASSESSMENTS, headers, HttpData.ofUtf8(unnamed));

    assertThat(OpenZakatDoor.json(keyed).path("assessmentId").textValue()).isEqualTo("key-1");
    assertThat(OpenZakatDoor.json(door.post(ASSESSMENTS, unnamed)).path("assessmentId"))
        .hasToString("\"made-1\"");
  }

  @Test
  void a_refused_assessment_tells_the_name_to_retry_with() {
    door.zakat.refuse(RefusalCode.TIMEOUT);

    HttpResponse<String> response =
        door.post(ASSESSMENTS, OF_DONOR_7.replace("\"assessmentId\": \"siti-1447\", ", ""));

    assertThat(response.statusCode()).isEqualTo(504);
    assertThat(OpenZakatDoor.json(response).path("assessmentId").textValue()).isEqualTo("made-1");
  }

  @Test
  void payments_and_refunds_are_shown_with_what_is_left() {
    door.post(ASSESSMENTS, OF_DONOR_7);
    paid("1000000.00", "250000.00");

    JsonNode assessment = OpenZakatDoor.json(door.get(ASSESSMENTS + "/siti-1447"));

    assertThat(assessment.at("/paid/amount").textValue()).isEqualTo("750000.00");
    assertThat(assessment.at("/outstanding/amount").textValue()).isEqualTo("1750000.00");
    assertThat(assessment.at("/overpaid/amount").textValue()).isEqualTo("0.00");
    assertThat(assessment.path("paymentCount").intValue()).isEqualTo(1);
    assertThat(assessment.path("payments").toString())
        .isEqualTo(
            """
            [{"campaignId":"well","donationId":"d-1",\
            "amount":{"amount":"1000000.00","currency":"IDR"},\
            "returned":{"amount":"250000.00","currency":"IDR"},"applied":true,\
            "at":"2026-03-01T12:00:00Z","refunds":[{"refundId":"r-1",\
            "amount":{"amount":"250000.00","currency":"IDR"},"at":"2026-03-01T12:00:00Z"}]}]""");
  }

  @Test
  void more_than_is_due_is_overpaid() {
    door.post(ASSESSMENTS, OF_DONOR_7);
    paid("2500000.01", "0.00");

    JsonNode assessment = OpenZakatDoor.json(door.get(ASSESSMENTS + "/siti-1447"));

    assertThat(assessment.at("/outstanding/amount").textValue()).isEqualTo("0.00");
    assertThat(assessment.at("/overpaid/amount").textValue()).isEqualTo("0.01");
  }

  @Test
  void a_receipt_is_a_page_that_nobody_keeps_or_frames_with_scripts() {
    door.post(ASSESSMENTS, OF_DONOR_7);

    HttpResponse<String> receipt = door.get(ASSESSMENTS + "/siti-1447/receipt");

    assertThat(receipt.statusCode()).isEqualTo(200);
    assertThat(receipt.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
    assertThat(receipt.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'");
    assertThat(receipt.headers().firstValue("cache-control")).hasValue("private, no-store");
    assertThat(receipt.body())
        .startsWith("<!DOCTYPE html>")
        .contains("siti-1447", "2,500,000.00")
        .doesNotContain("<script");
  }

  @Test
  void what_is_not_there_is_not_found() {
    for (String path : new String[] {"/none", "/none/receipt"}) {
      HttpResponse<String> response = door.get(ASSESSMENTS + path);

      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(OpenZakatDoor.json(response).path("code").textValue())
          .isEqualTo("assessment_not_found");
    }
  }
}
