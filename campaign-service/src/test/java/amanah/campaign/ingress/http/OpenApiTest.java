package amanah.campaign.ingress.http;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import com.linecorp.armeria.common.HttpData;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final OpenDoor door = new OpenDoor();
  private final JsonNode document = OpenDoor.json(door.get("/openapi.json"));

  @AfterAll
  void close() {
    door.close();
  }

  @Test
  void what_is_served_is_documented_and_what_is_documented_is_served() {
    Set<String> documented = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (METHODS.contains(method)) {
                            documented.add(method + " " + path.getKey());
                          }
                        }));

    assertThat(documented)
        .isEqualTo(
            table().stream()
                .map(route -> route.method().name().toLowerCase(Locale.ROOT) + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void every_query_parameter_is_documented() {
    for (Route route : table()) {
      JsonNode call = document.path("paths").path(route.path()).path(Words.of(route.method()));
      Set<String> documented = new HashSet<>();
      for (JsonNode parameter : call.path("parameters")) {
        if (parameter.path("in").asText().equals("query")) {
          documented.add(parameter.path("name").asText());
        }
      }
      assertThat(documented).as(route.path()).isEqualTo(route.queries().keySet());
    }
  }

  @Test
  void every_code_is_documented_and_no_other() {
    JsonNode codes = document.at("/components/schemas/ProblemCode/enum");
    Set<String> documented = new TreeSet<>();
    codes.forEach(code -> documented.add(code.textValue()));

    assertThat(documented)
        .isEqualTo(
            Arrays.stream(ProblemCode.values())
                .map(ProblemCode::code)
                .collect(Collectors.toCollection(TreeSet::new)))
        .containsAll(Arrays.stream(Refusal.values()).map(Words::of).toList());
  }

  @Test
  void every_reference_leads_somewhere() {
    for (JsonNode reference : document.findValues("$ref")) {
      assertThat(document.at(reference.textValue().substring(1)).isMissingNode())
          .as(reference.textValue())
          .isFalse();
    }
  }

  @Test
  void the_examples_of_requests_are_taken() {
    String campaign = example("/paths/~1v1~1campaigns/post");
    String donation = example("/paths/~1v1~1campaigns~1{campaignId}~1donations/post");
    String amendment = example("/paths/~1v1~1campaigns~1{campaignId}/patch");
    String path = "/v1/campaigns/well-2026";

    assertThat(door.post("/v1/campaigns", campaign).statusCode()).isEqualTo(201);
    assertThat(door.post(path + "/donations", donation).statusCode()).isEqualTo(201);
    assertThat(door.send("PATCH", path, OpenDoor.JSON, HttpData.ofUtf8(amendment)).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/docs,text/html",
    "/docs/docs.js,application/javascript",
    "/docs/swagger-ui.css,text/css",
    "/docs/swagger-ui-bundle.js,application/javascript",
    "/docs/favicon.png,image/png"
  })
  void the_page_and_its_files_come_from_here(String path, String type) {
    assertThat(door.get(path).statusCode()).isEqualTo(200);
    assertThat(door.get(path).headers().firstValue("content-type").orElseThrow()).startsWith(type);
    assertThat(door.get("/").headers().firstValue("location")).hasValue("/docs");
  }

  private String example(String call) {
    return document.at(call + "/requestBody/content/application~1json/example").toString();
  }

  private static List<Route> table() {
    NodePages node =
        new NodePages(
            () -> CompletableFuture.completedFuture(new Readiness.State(true, "")),
            () -> CompletableFuture.completedFuture(OpenDoor.CLUSTER));
    return new Routes(HttpSettings.on("127.0.0.1", 0), new InMemoryCampaigns(), node, () -> "made")
        .table();
  }
}
