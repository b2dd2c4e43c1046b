package amanah.campaign.ingress.http;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.Refusal;
import amanah.campaign.ingress.request.RefusalCodes;
import amanah.http.Words;
import com.fasterxml.jackson.databind.JsonNode;
import com.linecorp.armeria.common.HttpData;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CampaignCallsTest {

  private static final String WELL =
      """
      {"campaignId": "well", "title": "A well", "goal": {"amount": "1000", "currency": "IDR"},
       "endsAt": "2026-04-01T07:00:00+07:00", "zakatEligible": true, "milestones": [50, 100]}
      """;

  private final OpenDoor door = new OpenDoor();

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void an_end_of_null_removes_the_end() {
    door.post("/v1/campaigns", WELL);

    HttpResponse<String> amended =
        door.send(
            "PATCH", "/v1/campaigns/well", OpenDoor.JSON, HttpData.ofUtf8("{\"endsAt\": null}"));

    assertThat(amended.statusCode()).isEqualTo(200);
    assertThat(OpenDoor.json(amended).path("endsAt").isNull()).isTrue();
  }

  @Test
  void opening_a_campaign_answers_all_of_it_and_where_it_is() {
    HttpResponse<String> response = door.post("/v1/campaigns", WELL);

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("location")).hasValue("/v1/campaigns/well");
    assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(response.body())
        .isEqualTo(
            """
            {"campaignId":"well","title":"A well","status":"active",\
            "goal":{"amount":"1000.00","currency":"IDR"},"goalPolicy":"soft",\
            "raised":{"amount":"0.00","currency":"IDR"},"donationCount":0,"percentFunded":0.00,\
            "donorCount":0,"milestones":[50,100],"milestonesReached":[],"zakatEligible":true,\
            "views":0,"createdAt":"2026-03-01T12:00:00Z","endsAt":"2026-04-01T00:00:00Z",\
            "sequence":1}\
            """);
  }

  @Test
  void opening_it_again_is_a_replay() {
    door.post("/v1/campaigns", WELL);

    HttpResponse<String> again = door.post("/v1/campaigns", WELL);

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.headers().firstValue("idempotent-replayed")).hasValue("true");
  }

  @Test
  void a_campaign_without_an_id_is_named_by_the_server() {
    String unnamed = WELL.replace("\"campaignId\": \"well\",", "\"campaignId\": null,");

    HttpResponse<String> response = door.post("/v1/campaigns", unnamed);

    assertThat(OpenDoor.json(response).path("campaignId").textValue()).startsWith("made-");
  }

  @Test
  void the_key_names_a_campaign_that_has_no_name_and_no_other() {
    Map<String, String> key = Map.of("Content-Type", "application/json", "Idempotency-Key", "k-1");
    HttpData unnamed = HttpData.ofUtf8(WELL.replace("\"campaignId\": \"well\",", ""));

    HttpResponse<String> byKey = door.send("POST", "/v1/campaigns", key, unnamed);
    HttpResponse<String> again = door.send("POST", "/v1/campaigns", key, unnamed);
    HttpResponse<String> byBody = door.send("POST", "/v1/campaigns", key, HttpData.ofUtf8(WELL));

    assertThat(OpenDoor.json(byKey).path("campaignId").textValue()).isEqualTo("k-1");
    assertThat(again.headers().firstValue("idempotent-replayed")).hasValue("true");
    assertThat(OpenDoor.json(byBody).path("campaignId").textValue()).isEqualTo("well");
  }

  @Test
  void a_key_that_is_no_id_names_no_campaign() {
    Map<String, String> key = Map.of("Content-Type", "application/json", "Idempotency-Key", "..");
    HttpData unnamed = HttpData.ofUtf8(WELL.replace("\"campaignId\": \"well\",", ""));

    HttpResponse<String> response = door.send("POST", "/v1/campaigns", key, unnamed);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("Idempotency-Key");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"1\"',304",
    "'W/\"1\"',304",
    "'W/\"11\"',200",
    "'W/\"1\", \"7\"',304",
    "*,304",
    "'\"2\"',200",
    "1,200"
  })
  void a_campaign_that_the_caller_knows_is_not_sent_again(String tag, int status) {
    door.post("/v1/campaigns", WELL);

    HttpResponse<String> response =
        door.send("GET", "/v1/campaigns/well", Map.of("If-None-Match", tag), HttpData.empty());

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("etag")).hasValue("\"1\"");
    assertThat(response.body().isEmpty()).isEqualTo(status == 304);
  }

  @Test
  void the_head_of_a_campaign_has_no_body() {
    door.post("/v1/campaigns", WELL);

    HttpResponse<String> head = door.send("HEAD", "/v1/campaigns/well", Map.of(), HttpData.empty());

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("etag")).hasValue("\"1\"");
  }

  @Test
  void terms_change_and_the_rest_stays() {
    door.post("/v1/campaigns", WELL);

    HttpResponse<String> response =
        door.send(
            "PATCH",
            "/v1/campaigns/well",
            OpenDoor.JSON,
            HttpData.ofUtf8("{\"title\":\"Two wells\",\"milestones\":[]}"));

    JsonNode campaign = OpenDoor.json(response);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(campaign.path("title").textValue()).isEqualTo("Two wells");
    assertThat(campaign.path("milestones")).isEmpty();
    assertThat(campaign.path("goal").path("amount").textValue()).isEqualTo("1000.00");
    assertThat(OpenDoor.json(door.get("/v1/campaigns/well?view=cached"))).isEqualTo(campaign);
  }

  @Test
  void a_campaign_moves_along_its_life() {
    door.post("/v1/campaigns", WELL);

    HttpResponse<String> response =
        door.send(
            "PUT",
            "/v1/campaigns/well/status",
            OpenDoor.JSON,
            HttpData.ofUtf8("{\"status\":\"paused\",\"reason\":\"rain\"}"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(OpenDoor.json(response).path("status").textValue()).isEqualTo("paused");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /v1/campaigns/well/status, '{\"status\":\"paused\"}'",
    "PATCH, /v1/campaigns/well, '{\"title\":\"Two wells\"}'"
  })
  void a_change_is_made_once_under_its_key(String method, String path, String body) {
    door.post("/v1/campaigns", WELL);
    Map<String, String> key = Map.of("Content-Type", "application/json", "Idempotency-Key", "c-1");

    HttpResponse<String> first = door.send(method, path, key, HttpData.ofUtf8(body));
    HttpResponse<String> again = door.send(method, path, key, HttpData.ofUtf8(body));

    assertThat(first.headers().firstValue("idempotent-replayed")).isEmpty();
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.headers().firstValue("idempotent-replayed")).hasValue("true");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("etag")).isEqualTo(first.headers().firstValue("etag"));
  }

  // spotless:off
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"1\"        | {\"title\":\"Two\"}                         | 200",
        "*          | {\"title\":\"Two\"}                         | 200",
        "\"2\"        | {\"title\":\"Two\"}                         | 412",
        "W/\"1\"      | {\"title\":\"Two\"}                         | 412",
        "\"x\"        | {\"title\":\"Two\"}                         | 412",
        "\"1\", \"2\" | {\"title\":\"Two\"}                         | 400",
        "\"1\"        | {\"title\":\"Two\",\"expectedSequence\":1}  | 200",
        "\"1\"        | {\"title\":\"Two\",\"expectedSequence\":2}  | 400",
        "*          | {\"title\":\"Two\",\"expectedSequence\":2}  | 412",
        "*          | {\"title\":\"Two\",\"expectedSequence\":-1} | 400"
      })
  // spotless:on
  void a_change_is_made_only_to_what_is_as_its_caller_knows_it(
      String tag, String body, int status) {
    door.post("/v1/campaigns", WELL);

    HttpResponse<String> answer =
        door.send(
            "PATCH",
            "/v1/campaigns/well",
            Map.of("Content-Type", "application/json", "If-Match", tag),
            HttpData.ofUtf8(body));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(OpenDoor.json(door.get("/v1/campaigns/well")).path("title").textValue())
        .isEqualTo(status == 200 ? "Two" : "A well");
    if (status == 412) {
      assertThat(answer.body()).contains("\"code\":\"precondition_failed\"");
    }
  }

  @Test
  void a_precondition_that_a_call_does_not_look_at_is_refused() {
    door.post("/v1/campaigns", WELL);

    HttpResponse<String> answer =
        door.send("GET", "/v1/campaigns/well", Map.of("If-Match", "\"1\""), HttpData.empty());

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void a_change_that_nobody_named_can_be_asked_for_again_by_the_name_that_its_problem_tells() {
    door.post("/v1/campaigns", WELL);
    door.campaigns.refuse(Refusal.TIMEOUT);

    HttpResponse<String> lost =
        door.send(
            "PUT",
            "/v1/campaigns/well/status",
            OpenDoor.JSON,
            HttpData.ofUtf8("{\"status\":\"paused\"}"));

    assertThat(OpenDoor.json(lost).path("changeId").textValue()).startsWith("made-");
  }

  @ParameterizedTest
  @CsvSource({"''", "'{}'"})
  void a_view_is_taken(String body) {
    door.post("/v1/campaigns", WELL);

    HttpResponse<String> response = door.post("/v1/campaigns/well/views", body);

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(OpenDoor.json(door.get("/v1/campaigns/well")).path("views").intValue()).isOne();
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void every_refusal_has_its_code(Refusal refusal) {
    door.contract().allowAnyRefusal();
    door.campaigns.refuse(refusal);

    HttpResponse<String> response = door.post("/v1/campaigns", WELL);

    JsonNode problem = OpenDoor.json(response);
    assertThat(problem.path("code").textValue()).isEqualTo(Words.of(refusal));
    assertThat(problem.path("detail").textValue()).isEqualTo("the test wants " + refusal);
    assertThat(response.headers().firstValue("retry-after").isPresent())
        .isEqualTo(response.statusCode() == 503);
  }

  @ParameterizedTest
  @CsvSource({
    "CAMPAIGN_NOT_FOUND,404",
    "CAMPAIGN_EXISTS,409",
    "CAMPAIGN_NOT_ACTIVE,409",
    "ILLEGAL_TRANSITION,409",
    "PRECONDITION_FAILED,412",
    "CURRENCY_MISMATCH,400",
    "INVALID_AMOUNT,400",
    "INVALID_FIELD,400",
    "GOAL_EXCEEDED,409",
    "NOT_ZAKAT_ELIGIBLE,409",
    "IDEMPOTENCY_MISMATCH,422",
    "DONATION_NOT_FOUND,404",
    "REFUND_EXCEEDS_CAPTURED,409",
    "LIMIT_REACHED,507",
    "OVERLOADED,503",
    "UNAVAILABLE,503",
    "TIMEOUT,504"
  })
  void every_refusal_has_its_status(Refusal refusal, int status) {
    assertThat(RefusalCodes.of(refusal).status().code()).isEqualTo(status);
  }

  @Test
  void a_failure_tells_nothing_of_itself() {
    door.campaigns.fail(new IllegalStateException("password is 1234"));

    HttpResponse<String> response = door.get("/v1/campaigns/well");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(OpenDoor.json(response).path("code").textValue()).isEqualTo("internal");
    assertThat(response.body()).doesNotContain("1234", "Exception");
  }
}
