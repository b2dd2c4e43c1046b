package amanah.zakat.ingress.http;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.zakat.ingress.request.QuestionRequests;
import com.fasterxml.jackson.databind.JsonNode;
import com.linecorp.armeria.common.HttpData;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadZakatRequestsTest {

  private final OpenZakatDoor door = new OpenZakatDoor();

  @BeforeAll
  void publish() {
    String gold =
        "{\"publicationId\": \"p\", \"currency\": \"EUR\", \"day\": \"2026-03-01\", \"gold\": \"1\"}";
    assertThat(door.put("/v1/zakat/prices", gold).statusCode()).isEqualTo(200);
  }

  @AfterAll
  void close() {
    door.close();
  }

  private HttpResponse<String> send(BadZakatRequests.Case bad) {
    return bad.method().equals("GET")
        ? door.get(bad.path())
        : door.send(bad.method(), bad.path(), OpenZakatDoor.JSON, HttpData.ofUtf8(bad.body()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("amanah.zakat.ingress.http.BadZakatRequests#cases")
  void a_bad_request_names_the_value_and_what_was_expected_and_changes_nothing(
      BadZakatRequests.Case bad) {
    List<Object> before = door.zakat.state();

    HttpResponse<String> response = send(bad);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    JsonNode problem = OpenZakatDoor.json(response);
    assertThat(problem.path("code").textValue()).as(response.body()).isEqualTo(bad.code());
    assertThat(problem.at("/errors/0/field").textValue())
        .as(response.body())
        .isEqualTo(bad.field());
    assertThat(problem.at("/errors/0/message").textValue()).contains(bad.says());
    assertThat(problem.path("detail").textValue()).startsWith(bad.field());
    assertThat(response.body()).doesNotContain("Exception", "\tat ", "jackson");
    assertThat(door.zakat.state()).isEqualTo(before);
  }

  @Test
  void there_are_enough_of_them_and_no_two_are_the_same() {
    assertThat(BadZakatRequests.cases()).hasSizeGreaterThan(120).doesNotHaveDuplicates();
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    HttpResponse<String> response =
        door.calculate(
            """
            {"currency": "EUR", "asOf": "never", "settings": {"year": "leap"},
             "assets": [{"type": "gold"}, {"type": "sheep", "count": "many"}]}
            """);

    assertThat(OpenZakatDoor.json(response).path("errors").findValuesAsText("field"))
        .containsExactly("asOf", "settings.year", "assets[0].grams", "assets[1].count");
  }

  // spotless:off
  @ParameterizedTest
  @CsvSource({
    "POST, /v1/zakat/calculate,          application/json, ,           400, malformed",
    "POST, /v1/zakat/calculate,          application/json, [],         400, malformed",
    "POST, /v1/zakat/calculate,          application/json, \"not json, 400, malformed",
    "POST, /v1/zakat/calculate,          text/plain,       {},         415, unsupported_media_type",
    "GET,  /v1/zakat/calculate,          application/json, ,           405, method_not_allowed",
    "POST, /v1/zakat/prices,             application/json, {},         405, method_not_allowed",
    "GET,  /v1/zakat/cache,              application/json, ,           405, method_not_allowed",
    "PUT,  /v1/zakat/assessments/a,      application/json, {},         405, method_not_allowed",
    "GET,  /v1/zakat/assessments/a/page, application/json, ,           404, not_found",
    "GET,  /v1/zakat,                    application/json, ,           404, not_found"
  })
  // spotless:on
  void what_is_no_request_of_zakat_has_its_own_status(
      String method, String path, String type, String body, int status, String code) {
    HttpResponse<String> response =
        door.send(
            method,
            path,
            Map.of("Content-Type", type),
            body == null ? HttpData.empty() : HttpData.ofUtf8(body));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(OpenZakatDoor.json(response).path("code").textValue()).isEqualTo(code);
  }

  @Test
  void a_question_may_have_256_KiB_and_no_more() {
    String question = "{\"currency\": \"EUR\", \"assets\": []}";
    String full = question + " ".repeat(QuestionRequests.BYTES_MAX - question.length());

    assertThat(door.calculate(full).statusCode()).isEqualTo(200);
    assertThat(door.calculate(full + " ").statusCode()).isEqualTo(413);
    assertThat(door.put("/v1/zakat/prices", full).statusCode()).isEqualTo(413);
  }
}
