package amanah.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.Milestones;
import amanah.campaign.journal.CampaignEventSerializer;
import amanah.campaign.ledger.CampaignLedger;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.money.Money;
import amanah.testing.PostgresExtension;
import amanah.v1.DonateRequest;
import amanah.v1.DonateResponse;
import amanah.v1.DonationServiceGrpc;
import amanah.v1.NewDonation;
import amanah.v1.Payment;
import amanah.v1.PaymentMethod;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.armeria.client.grpc.GrpcClients;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A campaign whose journal has what nobody may record any more: in a currency that was withdrawn
 * since, under ids that were reserved since, of an amount above a bound that came since. What is
 * asked again of it at either endpoint is answered as the first time.
 */
class FormerRulesIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final CampaignId FORMER = CampaignId.of("former");
  private static final Currency MARK = Currency.getInstance("DEM");
  private static final Instant THEN = Instant.parse("2001-03-01T12:00:00Z");
  private static final String INSERT =
      """
      INSERT INTO campaign.event_journal (persistence_id, sequence_number, writer, event_ser_id,
        event_ser_manifest, event_payload, write_timestamp, adapter_manifest)
      VALUES (?, ?, 'a former version', ?, ?, ?, 0, '')
      """;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static TestNode node;
  private static DonationServiceGrpc.DonationServiceBlockingStub grpc;

  @BeforeAll
  static void start() throws SQLException, IOException, InterruptedException {
    node = TestNode.start(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
    record(
        new CampaignEvent.CampaignOpened(FORMER, terms(), false, THEN),
        new CampaignEvent.DonationsRecorded(
            Stream.of("d-1 5", "batch 5", "export 5", "large 10000000000000.01", "seen 5")
                .map(FormerRulesIT::donation)
                .toList(),
            THEN));
    grpc =
        GrpcClients.builder("gproto+" + node.node().uri())
            .build(DonationServiceGrpc.DonationServiceBlockingStub.class);
    HttpResponse<String> today =
        post(
            "/v1/campaigns",
            "{'campaignId': 'today', 'title': 'A well', 'goal': {'amount': '9', 'currency': 'USD'}}");
    assertThat(today.statusCode()).isEqualTo(201);
  }

  @AfterAll
  static void stop() {
    node.close();
    CLIENT.close();
  }

  private static CampaignTerms terms() {
    return new CampaignTerms(
        "A well", Money.parse("100", MARK), null, GoalPolicy.SOFT, false, Milestones.QUARTERS);
  }

  private static Donation donation(String text) {
    String[] idAndAmount = text.split(" ", 2);
    return new Donation(
        DonationId.of(idAndAmount[0]),
        Money.parse(idAndAmount[1], MARK),
        null,
        null,
        Designation.SADAQAH,
        null,
        "bank-1",
        null);
  }

  private static void record(CampaignEvent... events) throws SQLException {
    CampaignEventSerializer serializer = new CampaignEventSerializer();
    try (Connection former = POSTGRES.connect();
        PreparedStatement insert = former.prepareStatement(INSERT)) {
      for (int index = 0; index < events.length; index++) {
        insert.setString(1, CampaignLedger.persistenceId(FORMER).id());
        insert.setLong(2, index + 1L);
        insert.setInt(3, CampaignEventSerializer.IDENTIFIER);
        insert.setString(4, serializer.manifest(events[index]));
        insert.setBytes(5, serializer.toBinary(events[index]));
        assertThat(insert.executeUpdate()).isOne();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"d-1, 5", "batch, 5", "export, 5", "large, 10000000000000.01"})
  void a_repeat_is_answered_as_the_first_time_and_other_content_is_a_conflict(
      String id, String amount) throws IOException, InterruptedException {
    HttpResponse<String> again = post("/v1/campaigns/former/donations", gift(id, amount, "DEM"));
    DonateResponse againByRpc = grpc.donate(rpc("former", id, amount, "DEM"));
    HttpResponse<String> other = post("/v1/campaigns/former/donations", gift(id, "6", "DEM"));
    HttpResponse<String> otherCurrency =
        post("/v1/campaigns/former/donations", gift(id, amount, "EUR"));

    assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
    assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
    assertThat(JSON.readTree(again.body()).path("sequence").longValue()).isEqualTo(2);
    assertThat(againByRpc.getReplayed()).isTrue();
    assertThat(againByRpc.getSequence()).isEqualTo(2);
    assertThat(other.statusCode()).as(other.body()).isEqualTo(422);
    assertThat(other.body()).contains("\"code\":\"idempotency_mismatch\"");
    assertThat(otherCurrency.statusCode()).as(otherCurrency.body()).isEqualTo(422);
    assertThat(refusedByRpc(rpc("former", id, "6", "DEM")))
        .isEqualTo(Status.Code.FAILED_PRECONDITION);
  }

  @Test
  void repeats_in_a_batch_are_answered_as_the_first_time()
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        post(
            "/v1/campaigns/former/donations/batch",
            "["
                + String.join(
                    ",",
                    gift("d-1", "5", "DEM"),
                    gift("batch", "5", "DEM"),
                    gift("large", "10000000000000.01", "DEM"),
                    gift("new", "5", "DEM"))
                + "]");

    JsonNode results = JSON.readTree(response.body()).path("results");
    for (int index = 0; index < 3; index++) {
      assertThat(results.path(index).path("status").textValue()).isEqualTo("captured");
      assertThat(results.path(index).path("replayed").booleanValue()).isTrue();
    }
    assertThat(results.path(3).path("code").textValue()).isEqualTo("unknown_currency");
  }

  @Test
  void a_repeated_opening_is_answered_as_the_first_time() throws IOException, InterruptedException {
    String opening =
        "{'campaignId': 'former', 'title': 'A well', 'goal': {'amount': '100', 'currency': 'DEM'}}";

    HttpResponse<String> again = post("/v1/campaigns", opening);
    HttpResponse<String> another = post("/v1/campaigns", opening.replace("former", "newer"));

    assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
    assertThat(another.statusCode()).as(another.body()).isEqualTo(400);
    assertThat(another.body()).contains("\"code\":\"unknown_currency\"");
  }

  @ParameterizedTest(name = "{0} of {1} {2}")
  @CsvSource({
    "today,  batch,  5,                 USD, invalid_field",
    "today,  export, 5,                 USD, invalid_field",
    "today,  d-1,    10000000000000.01, USD, invalid_amount",
    "today,  d-1,    5,                 DEM, unknown_currency",
    "former, d-9,    5,                 DEM, unknown_currency"
  })
  void the_same_for_the_first_time_is_refused(
      String campaign, String id, String amount, String currency, String code)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        post("/v1/campaigns/" + campaign + "/donations", gift(id, amount, currency));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("\"code\":\"" + code + "\"");
    assertThat(refusedByRpc(rpc(campaign, id, amount, currency)))
        .isEqualTo(Status.Code.INVALID_ARGUMENT);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"seen", "batch", "export", "large"})
  void it_is_read_and_given_back_by_its_id(String id) throws IOException, InterruptedException {
    String path = "/v1/campaigns/former/donations/" + id;

    HttpResponse<String> seen = send(HttpRequest.newBuilder().GET(), path);
    HttpResponse<String> back =
        post(
            path + "/refunds",
            "{'refundId': 'back-" + id + "', 'amount': {'amount': '1', 'currency': 'DEM'}}");

    assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
    assertThat(JSON.readTree(seen.body()).path("donationId").textValue()).isEqualTo(id);
    assertThat(back.statusCode()).as(back.body()).isEqualTo(201);
  }

  private static Status.Code refusedByRpc(DonateRequest request) {
    try {
      throw new AssertionError("refused was expected, got " + grpc.donate(request));
    } catch (StatusRuntimeException refused) {
      return refused.getStatus().getCode();
    }
  }

  private static String gift(String id, String amount, String currency) {
    return """
        {'donationId': '%s', 'amount': {'amount': '%s', 'currency': '%s'},
         'payment': {'method': 'captured', 'reference': 'bank-1'}}
        """
        .formatted(id, amount, currency);
  }

  private static DonateRequest rpc(String campaign, String id, String amount, String currency) {
    return DonateRequest.newBuilder()
        .setCampaignId(campaign)
        .setDonation(
            NewDonation.newBuilder()
                .setDonationId(id)
                .setAmount(
                    amanah.v1.Money.newBuilder().setAmount(amount).setCurrency(currency).build())
                .setPayment(
                    Payment.newBuilder()
                        .setMethod(PaymentMethod.PAYMENT_METHOD_CAPTURED)
                        .setReference("bank-1")))
        .build();
  }

  private static HttpResponse<String> post(String path, String json)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder()
            .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"')))
            .header("Content-Type", "application/json"),
        path);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, String path)
      throws IOException, InterruptedException {
    return CLIENT.send(
        request.uri(node.node().uri().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
