package amanah.campaign.ingress.http;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.Refusal;
import amanah.campaign.ingress.request.RefusalCodes;
import amanah.http.ProblemCode;
import amanah.http.Route;
import amanah.testing.PublishedContract;
import com.fasterxml.jackson.databind.JsonNode;
import com.linecorp.armeria.common.HttpData;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {

  private static final String CAMPAIGNS = "/v1/campaigns";

  private final OpenDoor door = new OpenDoor();
  private final JsonNode document = OpenDoor.json(door.get("/openapi.json"));
  private final PublishedContract contract = new PublishedContract(document);

  @AfterAll
  void close() {
    door.close();
  }

  @Test
  void what_is_served_is_documented_and_what_is_documented_is_served() {
    assertThat(contract.calls(CAMPAIGNS)).isEqualTo(PublishedContract.served(table()));
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
            Arrays.stream(Refusal.values()).map(RefusalCodes::of).map(ProblemCode::code).toList());
  }

  @Test
  void a_call_that_fills_what_is_bounded_says_that_it_may_be_full() {
    assertThat(
            List.of(
                "/v1/campaigns/{campaignId}/donations",
                "/v1/campaigns/{campaignId}/donations/{donationId}/refunds"))
        .allSatisfy(
            path ->
                assertThat(document.path("paths").path(path).at("/post/responses").has("507"))
                    .as(path)
                    .isTrue());
  }

  @Test
  void every_reference_leads_somewhere() {
    assertThat(contract.deadReferences()).isEmpty();
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
