package amanah.zakat.ingress.http;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.http.ProblemCode;
import amanah.http.Route;
import amanah.money.Money;
import amanah.testing.PublishedContract;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.ingress.request.RefusalCodes;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of zakat, held against what is served. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZakatOpenApiTest {

  private final OpenZakatDoor door = new OpenZakatDoor();
  private final JsonNode document = OpenZakatDoor.json(door.get("/openapi.json"));
  private final PublishedContract contract = new PublishedContract(document);

  @AfterAll
  void close() {
    door.close();
  }

  @Test
  void what_is_served_is_documented_and_what_is_documented_is_served() {
    assertThat(contract.calls("/v1/zakat")).isEqualTo(PublishedContract.served(table()));
  }

  @Test
  void every_query_parameter_is_documented() {
    for (Route route : table()) {
      assertThat(contract.queries(route)).as(route.path()).isEqualTo(route.queries().keySet());
    }
  }

  @Test
  void every_refusal_is_documented() {
    assertThat(contract.problemCodes())
        .containsAll(
            Arrays.stream(RefusalCode.values())
                .map(RefusalCodes::of)
                .map(ProblemCode::code)
                .toList());
  }

  @ParameterizedTest
  @CsvSource({"put, /v1/zakat/prices", "post, /v1/zakat/distributions"})
  void a_call_that_fills_what_is_bounded_says_that_it_may_be_full(String method, String path) {
    assertThat(document.path("paths").path(path).path(method).path("responses").has("507"))
        .isTrue();
  }

  @Test
  void every_reference_leads_somewhere() {
    assertThat(contract.deadReferences()).isEmpty();
  }

  // spotless:off
  @ParameterizedTest
  @CsvSource({
    "post, /v1/zakat/calculate,     examples/simple/value",
    "post, /v1/zakat/calculate,     examples/full/value",
    "post, /v1/zakat/hawl,          example",
    "put,  /v1/zakat/prices,        examples/prices/value",
    "put,  /v1/zakat/prices,        examples/nisab/value",
    "post, /v1/zakat/assessments,   example",
    "post, /v1/zakat/distributions, example"
  })
  // spotless:on
  void the_examples_of_requests_are_taken(String method, String path, String place) {
    Money plenty = Money.parse("9000000", Currency.getInstance("IDR"));
    door.zakat.report(plenty, Money.zero(plenty.currency()));
    String example = request(method, path, place).toString();

    var response = method.equals("put") ? door.put(path, example) : door.post(path, example);

    assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
  }

  // spotless:off
  @ParameterizedTest
  @CsvSource({
    "post, /v1/zakat/calculate,     examples/simple/value, 200, examples/simple/value",
    "post, /v1/zakat/calculate,     examples/full/value,   200, examples/full/value",
    "post, /v1/zakat/hawl,          example,               200, example",
    "post, /v1/zakat/assessments,   example,               200, example"
  })
  // spotless:on
  void the_examples_of_answers_have_the_fields_of_answers(
      String method, String path, String asked, int status, String answered) {
    JsonNode answer = OpenZakatDoor.json(door.post(path, request(method, path, asked).toString()));
    JsonNode example =
        document.at(
            pointer(path, method)
                + "/responses/"
                + status
                + "/content/application~1json/"
                + answered);

    assertThat(fields(example)).isEqualTo(fields(answer));
  }

  private JsonNode request(String method, String path, String place) {
    return document.at(pointer(path, method) + "/requestBody/content/application~1json/" + place);
  }

  private static String pointer(String path, String method) {
    return "/paths/" + path.replace("/", "~1") + "/" + method;
  }

  private static Set<String> fields(JsonNode object) {
    Set<String> fields = new TreeSet<>();
    object.fieldNames().forEachRemaining(fields::add);
    fields.remove("exactFraction");
    return fields;
  }

  private List<Route> table() {
    return door.routes.routes();
  }
}
