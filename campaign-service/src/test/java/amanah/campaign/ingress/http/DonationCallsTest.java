package amanah.campaign.ingress.http;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.AdmissionRules;
import amanah.campaign.domain.Refusal;
import amanah.http.Route;
import com.fasterxml.jackson.databind.JsonNode;
import com.linecorp.armeria.common.HttpData;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DonationCallsTest {

  private static final String DONATIONS = "/v1/campaigns/well/donations";
  private static final String GIFT =
      """
      {"donationId": "d-1", "amount": {"amount": "250", "currency": "IDR"},
       "donor": {"id": "donor-7", "name": "Siti \uD83C\uDF39"}, "message": "One\\nTwo",
       "payment": {"method": "captured", "reference": "bank-1"},
       "donatedAt": "2026-02-28T23:30:00.5-01:00"}
      """;

  private static final String UNNAMED = GIFT.replace("\"donationId\": \"d-1\",", "");
  private static final String BACK = "{\"refundId\":\"r-1\"}";

  private final OpenDoor door = new OpenDoor();

  @BeforeEach
  void open() {
    door.post(
        "/v1/campaigns",
        """
        {"campaignId": "well", "title": "A well", "goal": {"amount": "1000", "currency": "IDR"},
         "zakatEligible": true}
        """);
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void a_donation_is_answered_with_what_the_campaign_has_now() {
    HttpResponse<String> response = door.post(DONATIONS, GIFT);

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("location")).hasValue(DONATIONS + "/d-1");
    assertThat(response.headers().firstValue("idempotent-replayed")).isEmpty();
    assertThat(response.body())
        .isEqualTo(
            """
            {"donationId":"d-1","status":"captured",\
            "amount":{"amount":"250.00","currency":"IDR"},\
            "campaign":{"raised":{"amount":"250.00","currency":"IDR"},"donationCount":1,\
            "percentFunded":25.00},"sequence":2}\
            """);
  }

  @Test
  void a_repeat_gives_the_first_answer_again() {
    JsonNode first = OpenDoor.json(door.post(DONATIONS, GIFT));

    HttpResponse<String> again = door.post(DONATIONS, GIFT);

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.headers().firstValue("idempotent-replayed")).hasValue("true");
    assertThat(OpenDoor.json(again)).isEqualTo(first);
  }

  @Test
  void the_key_names_a_donation_that_has_no_name_and_no_other() {
    Map<String, String> key =
        Map.of("Content-Type", "application/json; charset=UTF-8", "Idempotency-Key", "key-1");
    HttpData unnamed = HttpData.ofUtf8(UNNAMED);

    JsonNode byKey = OpenDoor.json(door.send("POST", DONATIONS, key, unnamed));
    HttpResponse<String> again = door.send("POST", DONATIONS, key, unnamed);
    JsonNode byBody = OpenDoor.json(door.send("POST", DONATIONS, key, HttpData.ofUtf8(GIFT)));

    assertThat(byKey.path("donationId").textValue()).isEqualTo("key-1");
    assertThat(again.headers().firstValue("idempotent-replayed")).hasValue("true");
    assertThat(byBody.path("donationId").textValue()).isEqualTo("d-1");
  }

  @Test
  void what_nobody_names_is_refused_and_nothing_is_done() {
    door.post(DONATIONS, GIFT);

    JsonNode donation = OpenDoor.json(door.post(DONATIONS, UNNAMED));
    JsonNode refund = OpenDoor.json(door.post(DONATIONS + "/d-1/refunds", "{}"));

    assertThat(donation.path("status").intValue()).isEqualTo(428);
    assertThat(donation.path("code").textValue()).isEqualTo("name_required");
    assertThat(donation.path("detail").textValue())
        .isEqualTo(
            "donationId is missing, expected an id of 1 to 64 of [A-Za-z0-9._-], here or as"
                + " Idempotency-Key");
    assertThat(refund.path("status").intValue()).isEqualTo(428);
    assertThat(refund.path("code").textValue()).isEqualTo("name_required");
    assertThat(refund.path("detail").textValue()).startsWith("refundId is missing");
    assertThat(OpenDoor.json(door.get("/v1/campaigns/well")).at("/raised/amount").textValue())
        .isEqualTo("250.00");
  }

  @Test
  void a_refused_or_failed_refund_tells_the_name_to_retry_with() {
    door.campaigns.refuse(Refusal.TIMEOUT);
    JsonNode refused = OpenDoor.json(door.post(DONATIONS + "/d-1/refunds", BACK));
    door.campaigns.fail(new IllegalStateException("broken"));
    JsonNode failed = OpenDoor.json(door.post(DONATIONS + "/d-1/refunds", BACK));

    assertThat(refused.path("refundId").textValue()).isEqualTo("r-1");
    assertThat(failed.path("code").textValue()).isEqualTo("internal");
    assertThat(failed.path("refundId").textValue()).isEqualTo("r-1");
  }

  @Test
  void a_body_that_is_too_large_is_refused_with_its_size_and_the_limit() {
    String large = GIFT.replace("One", "x".repeat(70_000));
    Map<String, String> zipped =
        Map.of("Content-Type", "application/json", "Content-Encoding", "gzip");

    String plain = OpenDoor.json(door.post(DONATIONS, large)).path("detail").textValue();
    String unzipped =
        OpenDoor.json(door.send("POST", DONATIONS, zipped, BadRequests.gzip(large)))
            .path("detail")
            .textValue();

    assertThat(plain)
        .matches("the body has (more than 65536|70\\d\\d\\d) bytes, expected at most 65536");
    assertThat(unzipped).isEqualTo("the body has more than 65536 bytes, expected at most 65536");
  }

  @Test
  void a_zipped_donation_is_a_donation() {
    HttpResponse<String> response =
        door.send(
            "POST",
            DONATIONS,
            Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"),
            BadRequests.gzip(GIFT));

    assertThat(response.statusCode()).isEqualTo(201);
  }

  @Test
  void a_donation_is_shown_with_its_history() {
    door.post(DONATIONS, GIFT);
    door.post(
        DONATIONS + "/d-1/refunds",
        """
        {"refundId": "r-1", "amount": {"amount": "50", "currency": "IDR"}, "reason": "twice"}
        """);

    HttpResponse<String> response = door.get(DONATIONS + "/d-1");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo(
            """
            {"donationId":"d-1","campaignId":"well",\
            "amount":{"amount":"250.00","currency":"IDR"},\
            "refunded":{"amount":"50.00","currency":"IDR"},"status":"partially_refunded",\
            "designation":"sadaqah",\
            "donor":{"id":"donor-7","name":"Siti \uD83C\uDF39","anonymous":false},\
            "message":"One\\nTwo","donatedAt":"2026-03-01T00:30:00.500Z",\
            "recordedAt":"2026-03-01T12:00:00Z",\
            "payment":{"method":"captured","reference":"bank-1"},"history":[\
            {"type":"recorded","sequence":2,"at":"2026-03-01T12:00:00Z",\
            "amount":{"amount":"250.00","currency":"IDR"}},\
            {"type":"refunded","sequence":3,"at":"2026-03-01T12:00:00Z","refundId":"r-1",\
            "amount":{"amount":"50.00","currency":"IDR"},"reason":"twice"}]}\
            """);
  }

  @Test
  void an_anonymous_donor_appears_nowhere() {
    String gift =
        GIFT.replace("\"name\"", "\"anonymous\": true, \"name\"")
            .replace(
                "\"message\"",
                "\"designation\": \"zakat\", \"assessmentId\": \"siti-26\", \"message\"");
    String posted = door.post(DONATIONS, gift).body();
    String shown = door.get(DONATIONS + "/d-1").body();
    String refunded = door.post(DONATIONS + "/d-1/refunds", BACK).body();

    assertThat(posted + shown + refunded).doesNotContain("Siti", "donor-7", "siti-26", "reference");
    assertThat(shown).contains("\"donor\":{\"anonymous\":true}");
  }

  @Test
  void why_an_anonymous_donor_got_something_back_is_told_to_nobody() {
    door.post(DONATIONS, GIFT.replace("\"name\"", "\"anonymous\": true, \"name\""));
    door.post(DONATIONS + "/d-1/refunds", "{\"refundId\":\"r-1\",\"reason\":\"Siti asked\"}");

    assertThat(door.get(DONATIONS + "/d-1").body()).contains("r-1").doesNotContain("Siti");
  }

  @ParameterizedTest
  @ValueSource(strings = {"batch", "export"})
  void a_word_of_the_paths_is_no_name_for_a_donation(String word) {
    HttpResponse<String> named = door.post(DONATIONS, GIFT.replace("d-1", word));
    HttpResponse<String> keyed =
        door.send(
            "POST",
            DONATIONS,
            Map.of("Content-Type", "application/json", "Idempotency-Key", word),
            HttpData.ofUtf8(UNNAMED));

    assertThat(named.statusCode()).isEqualTo(400);
    assertThat(named.body()).contains("donationId").contains("is a word of the paths");
    assertThat(keyed.statusCode()).isEqualTo(400);
    assertThat(keyed.body()).contains("is a word of the paths");
  }

  @Test
  void more_than_one_donation_may_be_is_refused_by_the_campaign() {
    HttpResponse<String> response = door.post(DONATIONS, GIFT.replace("250", "10000000000000.01"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(OpenDoor.json(response).path("code").textValue()).isEqualTo("invalid_amount");
    assertThat(response.body()).contains("amount.amount is 10000000000000.01 IDR");
    assertThat(OpenDoor.json(door.get("/v1/campaigns/well")).path("donationCount").intValue())
        .isZero();
  }

  /** One may have been recorded before the word was reserved. */
  @Test
  void a_donation_that_is_named_like_a_word_of_the_paths_can_be_asked_for() {
    assertThat(OpenDoor.json(door.get(DONATIONS + "/batch")).path("code").textValue())
        .isEqualTo("donation_not_found");
    assertThat(
            door.send("DELETE", DONATIONS + "/batch", Map.of(), HttpData.empty())
                .headers()
                .firstValue("allow"))
        .hasValue("GET, HEAD, POST");
  }

  @Test
  void what_paths_say_where_a_donation_stands_in_others_is_reserved() {
    assertThat(
            door.routes.routes().stream()
                .map(Route::path)
                .filter(path -> path.startsWith("/v1/campaigns/{campaignId}/donations/"))
                .map(path -> path.split("/", -1)[5])
                .filter(part -> !part.startsWith("{")))
        .isNotEmpty()
        .allMatch(AdmissionRules.RESERVED_IDS::contains);
  }

  @Test
  void a_refund_without_an_amount_gives_back_all_that_is_left() {
    door.post(DONATIONS, GIFT);
    String refund = "{\"refundId\":\"r-1\"}";

    HttpResponse<String> first = door.post(DONATIONS + "/d-1/refunds", refund);
    HttpResponse<String> again = door.post(DONATIONS + "/d-1/refunds", refund);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.body())
        .isEqualTo(
            """
            {"refundId":"r-1","donationId":"d-1",\
            "amount":{"amount":"250.00","currency":"IDR"},\
            "refunded":{"amount":"250.00","currency":"IDR"},"status":"refunded","sequence":3,\
            "campaign":{"raised":{"amount":"0.00","currency":"IDR"},"donationCount":1,\
            "percentFunded":0.00}}\
            """);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.headers().firstValue("idempotent-replayed")).hasValue("true");
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    JsonNode problem =
        OpenDoor.json(
            door.post(
                DONATIONS,
                """
                {"donationId": "a b", "amount": {"amount": 5, "currency": "IDR"}, "nmae": "Siti",
                 "payment": {"method": "charge", "token": "t"}}
                """));

    assertThat(problem.path("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("nmae", "donationId", "amount.amount", "payment.method");
    assertThat(problem.path("detail").textValue()).contains("nmae", "donationId");
    assertThat(problem.path("errors").findValuesAsText("message"))
        .anySatisfy(message -> assertThat(message).contains("captured payments only"));
  }

  @Test
  void what_a_stranger_wrote_is_shown_short_and_plain() {
    String evil = "\\u001b[31m\\ud83d\\ude00" + "x".repeat(5000);

    HttpResponse<String> response =
        door.post(DONATIONS, GIFT.replace("\"message\"", "\"" + evil + "\""));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("?[31m??xxx").hasSizeLessThan(1500);
  }
}
