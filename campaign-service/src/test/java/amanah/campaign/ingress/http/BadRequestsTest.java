package amanah.campaign.ingress.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.linecorp.armeria.common.HttpData;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRequestsTest {

  private final OpenDoor door = new OpenDoor();

  @BeforeAll
  void build() {
    for (BadRequests.Step step : BadRequests.prerequisites()) {
      HttpResponse<String> response =
          door.send(step.method(), step.path(), OpenDoor.JSON, HttpData.ofUtf8(step.json()));
      assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
    }
  }

  @AfterAll
  void close() {
    door.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("amanah.campaign.ingress.http.BadRequests#cases")
  void a_bad_request_is_a_problem_and_changes_nothing(BadRequests.Case bad) {
    long changes = door.campaigns.changes();
    long asked = door.campaigns.asked();

    HttpResponse<String> response = door.send(bad.method(), bad.path(), bad.headers(), bad.body());

    assertThat(response.statusCode()).as(response.body()).isEqualTo(bad.status());
    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(response.headers().firstValue("x-request-id")).isPresent();
    JsonNode problem = OpenDoor.json(response);
    assertThat(problem.path("code").textValue()).as(response.body()).isEqualTo(bad.code());
    assertThat(problem.path("status").intValue()).isEqualTo(bad.status());
    assertThat(problem.path("type").textValue()).isEqualTo("urn:amanah:problem:" + bad.code());
    assertThat(problem.path("title").textValue()).isNotBlank();
    assertThat(problem.path("detail").textValue()).isNotBlank().hasSizeLessThan(600);
    assertThat(response.body()).doesNotContain("Exception", "\tat ", "jackson");
    assertThat(door.campaigns.changes()).isEqualTo(changes);
    if (bad.code().startsWith("invalid_") || bad.status() == 413 || bad.status() == 415) {
      assertThat(door.campaigns.asked()).isEqualTo(asked);
    }
  }

  @Test
  void there_are_enough_of_them_and_no_two_have_one_name() {
    assertThat(BadRequests.cases().map(BadRequests.Case::name)).hasSizeGreaterThan(80);
    assertThat(BadRequests.cases().map(BadRequests.Case::name)).doesNotHaveDuplicates();
  }
}
