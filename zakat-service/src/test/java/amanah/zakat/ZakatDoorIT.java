package amanah.zakat;

import static amanah.zakat.ZakatWords.report;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.money.Money;
import amanah.protocol.zakat.AssessedZakat;
import amanah.protocol.zakat.ZakatReported;
import amanah.testing.DoorClient;
import amanah.testing.PostgresExtension;
import amanah.v1.AssessZakatRequest;
import amanah.v1.Asset;
import amanah.v1.FoundAsset;
import amanah.v1.FullZakatQuestion;
import amanah.v1.ZakatServiceGrpc.ZakatServiceBlockingStub;
import amanah.zakat.ingress.http.BadZakatRequests;
import com.fasterxml.jackson.databind.JsonNode;
import com.linecorp.armeria.client.grpc.GrpcClients;
import com.linecorp.armeria.common.HttpData;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The door of a whole node, on a real journal. */
class ZakatDoorIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Currency RUPIAH = Currency.getInstance("IDR");

  private static final amanah.v1.Money HUNDRED =
      amanah.v1.Money.newBuilder().setAmount("100").setCurrency("IDR").build();

  private static ZakatNode node;
  private static NodeDoor door;

  /** A client of the node's door. */
  private static final class NodeDoor extends DoorClient {

    @Override
    public int port() {
      return node.uri().getPort();
    }
  }

  @BeforeAll
  static void start() {
    node = ZakatNode.start(POSTGRES);
    door = new NodeDoor();
    put(
        "/v1/zakat/prices",
        "{\"publicationId\": \"march\", \"currency\": \"EUR\", \"day\": \"2026-03-01\", \"gold\": \"1\"}");
  }

  @AfterAll
  static void stop() {
    door.close();
    node.close();
  }

  private static JsonNode put(String path, String json) {
    return json(door.send("PUT", path, DoorClient.JSON, HttpData.ofUtf8(json)), 200);
  }

  private static JsonNode post(String path, String json, int status) {
    return json(door.post(path, json), status);
  }

  private static JsonNode get(String path) {
    return json(door.get(path), 200);
  }

  private static JsonNode json(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return DoorClient.json(response);
  }

  private static Money idr(String amount) {
    return Money.parse(amount, RUPIAH);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("amanah.zakat.ingress.http.BadZakatRequests#cases")
  void a_bad_request_is_refused_by_its_code_and_field(BadZakatRequests.Case bad) {
    HttpResponse<String> response =
        bad.method().equals("GET")
            ? door.get(bad.path())
            : door.send(bad.method(), bad.path(), DoorClient.JSON, HttpData.ofUtf8(bad.body()));

    JsonNode problem = json(response, 400);
    assertThat(problem.path("code").textValue()).isEqualTo(bad.code());
    assertThat(problem.at("/errors/0/field").textValue()).isEqualTo(bad.field());
    assertThat(problem.at("/errors/0/message").textValue()).contains(bad.says());
  }

  @Test
  void a_donors_zakat_is_assessed_paid_and_given() {
    put(
        "/v1/zakat/prices",
        "{\"publicationId\": \"february\", \"currency\": \"IDR\", \"day\": \"2026-02-26\", \"gold\": \"1000\"}");
    String question =
        """
        {"assessmentId": "siti", "donorId": "donor-7", "currency": "IDR", "asOf": "2026-03-01",
         "assets": [{"type": "gold", "grams": "100"}]}
        """;
    JsonNode made = post("/v1/zakat/assessments", question, 201);
    assertThat(made.at("/due/amount").textValue()).isEqualTo("2500.00");
    assertThat(made.at("/answer/figures/prices/gold/day").textValue()).isEqualTo("2026-02-26");

    AssessedZakat gift =
        new AssessedZakat(
            AssessmentId.of("siti"),
            DonationId.of("d-1"),
            Optional.empty(),
            idr("2000.00"),
            Instant.parse("2026-03-02T08:00:00Z"),
            true);
    CampaignId well = CampaignId.of("door-well");
    ZakatReported counted = node.report(report(well, 0, 1, idr("2000.00"), List.of(gift)));

    assertThat(counted).isEqualTo(new ZakatReported.Position(well, 1));
    JsonNode paid = get("/v1/zakat/assessments/siti");
    assertThat(paid.at("/outstanding/amount").textValue()).isEqualTo("500.00");
    assertThat(paid.at("/payments/0/donationId").textValue()).isEqualTo("d-1");
    assertThat(paid.at("/answer")).isEqualTo(made.at("/answer"));
    assertThat(post("/v1/zakat/assessments", question, 200)).isEqualTo(paid);
    assertThat(door.get("/v1/zakat/assessments/siti/receipt").body()).contains("2,000.00");
    assertThat(given("bread", "fuqara", "1500.00", 201).at("/fund/available/amount").textValue())
        .isEqualTo("500.00");
    assertThat(given("more", "riqab", "500.01", 409).path("code").textValue())
        .isEqualTo("fund_exceeded");
    assertThat(given("desk", "amil", "250.01", 409).path("code").textValue())
        .isEqualTo("amil_cap_exceeded");
    assertThat(get("/v1/zakat/distributions").at("/items/0/distributionId").textValue())
        .isEqualTo("bread");
    assertThat(get("/v1/zakat/fund?asOf=2020-01-01T00:00:00Z").path("currencies")).isEmpty();
  }

  private static JsonNode given(String id, String asnaf, String amount, int status) {
    return post(
        "/v1/zakat/distributions",
        """
        {"distributionId": "%s", "asnaf": "%s", "amount": {"amount": "%s", "currency": "IDR"}}
        """
            .formatted(id, asnaf, amount),
        status);
  }

  @Test
  void what_is_assessed_over_grpc_is_read_over_http() {
    ZakatServiceBlockingStub calls =
        GrpcClients.newClient("gproto+" + node.uri(), ZakatServiceBlockingStub.class);
    AssessZakatRequest request =
        AssessZakatRequest.newBuilder()
            .setAssessmentId("umar")
            .setDonorId("donor-8")
            .setFull(
                FullZakatQuestion.newBuilder()
                    .setCurrency("IDR")
                    .addAssets(
                        Asset.newBuilder().setRikaz(FoundAsset.newBuilder().setValue(HUNDRED))))
            .build();

    assertThat(calls.assessZakat(request).getReplayed()).isFalse();
    assertThat(calls.assessZakat(request).getReplayed()).isTrue();

    assertThat(get("/v1/zakat/assessments/umar").at("/due/amount").textValue()).isEqualTo("20.00");
  }

  @Test
  void what_this_door_calculated_is_in_the_statistics_that_it_tells() {
    String question =
        """
        {"wealth": {"amount": "1000.00", "currency": "CHF"},
         "nisab": {"amount": "10.00", "currency": "CHF"}}
        """;

    assertThat(post("/v1/zakat/calculate", question, 200).path("cached").booleanValue()).isFalse();
    assertThat(post("/v1/zakat/calculate", question, 200).path("cached").booleanValue()).isTrue();

    assertThat(get("/v1/zakat/statistics").path("totalZakat").toString())
        .contains("{\"amount\":\"50.00\",\"currency\":\"CHF\"}");
    assertThat(get("/v1/zakat/calculations?limit=1").at("/items/0/kind").textValue())
        .isEqualTo("simple");
    HttpResponse<String> cleared =
        door.send("DELETE", "/v1/zakat/cache", Map.of(), HttpData.empty());
    assertThat(json(cleared, 200).path("cleared").intValue()).isPositive();
    assertThat(post("/v1/zakat/calculate", question, 200).path("cached").booleanValue()).isFalse();
  }
}
