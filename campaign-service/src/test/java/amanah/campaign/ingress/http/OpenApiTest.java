package amanah.campaign.ingress.http;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.Refusal;
import amanah.campaign.ingress.request.RefusalCodes;
import amanah.http.ProblemCode;
import amanah.http.Route;
import amanah.http.Words;
import com.fasterxml.jackson.databind.JsonNode;
import com.linecorp.armeria.common.HttpData;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {

  private static final String CAMPAIGNS = "/v1/campaigns";
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
                          if (METHODS.contains(method) && path.getKey().startsWith(CAMPAIGNS)) {
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
  void every_refusal_is_documented() {
    Set<String> documented = new TreeSet<>();
    document
        .at("/components/schemas/ProblemCode/enum")
        .forEach(code -> documented.add(code.textValue()));

    assertThat(documented)
        .containsAll(
            Arrays.stream(Refusal.values()).map(RefusalCodes::of).map(ProblemCode::code).toList());
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

  private String example(String call) {
    return document.at(call + "/requestBody/content/application~1json/example").toString();
  }

  private List<Route> table() {
    return door.routes.routes();
  }
}
