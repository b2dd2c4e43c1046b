package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.client.Time;
import amanah.deploy.node.AmanahServices;
import amanah.deploy.node.NodeConfig;
import amanah.node.Node;
import amanah.testing.PostgresExtension;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code amanah verify} against a node at work and its journal. */
class VerifyCommandIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());
  private static final Duration SNAPSHOT_MAX = Duration.ofSeconds(60);

  /** On a busy machine a first answer may take long. */
  private static final Config PATIENT =
      ConfigFactory.parseMap(Map.of("amanah.campaign.ask-timeout", "30s"));

  /** As many as it takes for the ledger to take a snapshot. */
  private static final int DONATIONS = 20_500;

  private static final Pattern DONATIONS_AUDITED = Pattern.compile(" donations=(\\d+) ");

  private static Node<AmanahServices> node;

  @TempDir Path directory;

  @BeforeAll
  static void start() {
    node =
        Node.start(
                PATIENT.withFallback(NodeConfig.alone(0, Map.of("url", POSTGRES.urlWithUser()))),
                InstantSource.system(),
                AmanahServices.PLAN)
            .toCompletableFuture()
            .join();
  }

  @AfterAll
  static void stop() {
    node.stop().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }

  @Test
  void every_kind_of_event_of_a_real_campaign_agrees() throws IOException, InterruptedException {
    call(
        "POST",
        "",
        "{'campaignId':'life','title':'A life','goal':{'amount':'100.00','currency':"
            + "'USD'},'goalPolicy':'hard','zakatEligible':true,'status':'draft','milestones':[25,50],"
            + "'endsAt':'2999-01-01T00:00:00Z'}");
    call("PUT", "/life/status", "{'status':'active','reason':'it is time'}");
    send(
        "POST",
        "/v1/zakat/assessments",
        "{'assessmentId':'z-1','donorId':'d-1','currency':'USD','prices':{'gold':'50'},"
            + "'assets':[{'type':'cash','value':{'amount':'9000.00','currency':'USD'}}]}");
    call(
        "POST",
        "/life/donations",
        donation(
            "a",
            "30.00",
            "'donor':{'id':'d-1','name':'N'},"
                + "'message':'For the children','designation':'zakat','assessmentId':'z-1',"
                + "'donatedAt':'2026-01-01T00:00:00Z',"));
    call("POST", "/life/donations", donation("b", "20.00", "'donor':{'anonymous':true},"));
    call(
        "POST",
        "/life/donations/a/refunds",
        "{'refundId':'r','amount':{'amount':'10.00'," + "'currency':'USD'},'reason':'asked for'}");
    call("POST", "/life/donations/b/refunds", "{'refundId':'s'}");
    call("PATCH", "/life", "{'milestones':[10,25,50],'title':'A longer life'}");
    call("POST", "/life/views", "");
    call("PUT", "/life/status", "{'status':'paused'}");
    call("PUT", "/life/status", "{'status':'completed'}");

    Shell shell = verify();

    assertThat(shell.exitCode()).as(shell.out() + shell.err()).isZero();
    assertThat(shell.out()).contains("CURRENCY  CAMPAIGNS  DONATIONS  DONORS", "api-donation");
    assertThat(shell.lastLine())
        .matches("verified campaigns=\\d+ events=\\d+ donations=\\d+ findings=0 seconds=\\d.*");
  }

  @Test
  void an_audit_under_load_finds_nothing_and_neither_does_one_of_the_snapshot()
      throws IOException, SQLException {
    Path file = DonationCsv.write(directory.resolve("load.csv"), DonationCsv.of(DONATIONS));
    CompletableFuture<Shell> importing =
        CompletableFuture.supplyAsync(
            () ->
                Shell.run(
                    realTime(),
                    "import",
                    file.toString(),
                    "--campaign",
                    "load",
                    "--url",
                    node.uri().toString()));

    List<Shell> audits = new ArrayList<>();
    do {
      audits.add(verify());
    } while (!importing.isDone());

    assertThat(importing.join().exitCode()).isZero();
    long deadline = System.nanoTime() + SNAPSHOT_MAX.toNanos();
    while (count("SELECT count(*) FROM campaign.snapshot_head WHERE parts IS NOT NULL") == 0) {
      assertThat(System.nanoTime()).as("there is no snapshot").isLessThan(deadline);
      Thread.onSpinWait();
    }
    audits.add(verify());
    assertThat(audits)
        .allSatisfy(shell -> assertThat(shell.exitCode()).as(shell.out() + shell.err()).isZero());
    Matcher donations = DONATIONS_AUDITED.matcher(audits.getLast().lastLine());
    assertThat(donations.find()).isTrue();
    assertThat(Integer.parseInt(donations.group(1))).isGreaterThanOrEqualTo(DONATIONS);
  }

  @Test
  void an_amount_that_was_changed_in_the_journal_is_found_and_written_down()
      throws IOException, InterruptedException, SQLException {
    call(
        "POST",
        "",
        "{'campaignId':'cents','title':'Cents','milestones':[],'goal':{'amount':'100.00','currency':"
            + "'USD'}}");
    call("POST", "/cents/donations", donation("a", "30.00", ""));
    byte[] original = payload("cents", 2);
    ObjectNode event = (ObjectNode) CBOR.readTree(original);
    ((ObjectNode) event.get("d").get(0)).put("a", 3_001);
    Path json = directory.resolve("audit.json");

    overwrite("cents", 2, CBOR.writeValueAsBytes(event));
    Shell shell = verify("--json", json.toString());
    overwrite("cents", 2, original);

    assertThat(shell.exitCode()).as(shell.out() + shell.err()).isEqualTo(3);
    assertThat(shell.out())
        .contains("api-campaign: cents at 2: found raised 30.00 USD, expected 30.01 USD\n");
    assertThat(shell.lastLine()).contains(" findings=1 ");
    JsonNode report = JSON.readTree(Files.readString(json));
    assertThat(report.path("findingCount").asLong()).isEqualTo(1);
    assertThat(report.path("findings").path(0).path("stream").asText()).isEqualTo("cents");
    assertThat(report.path("checks").path("api-campaign").asLong()).isEqualTo(1);
    assertThat(verify("--no-api").exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"http, 200", "http, max", "grpc, 200", "stream, max"})
  void a_load_at_any_door_is_in_the_campaigns_to_the_cent_and_in_the_journal(
      String door, String rate) throws IOException {
    Path report = directory.resolve(door + rate);

    Shell load =
        Shell.run(
            realTime(),
            "load",
            "--" + door,
            "--rate=" + rate,
            "--in-flight=200",
            "--campaigns=3",
            "--warmup=0",
            "--seconds=1",
            "--url=" + node.uri(),
            "--report=" + report);
    Shell audit = verify();

    assertThat(load.exitCode()).as(load.out() + load.err()).isZero();
    assertThat(load.lastLine())
        .matches("result=pass door=" + door + " .* replayed=0 refused=0 failed=0 shed=0 wrong=0");
    assertThat(JSON.readTree(Files.readString(report.resolve("report.json"))).path("holds"))
        .isEqualTo(BooleanNode.TRUE);
    assertThat(report.resolve("latency.svg")).content().contains("</svg>");
    assertThat(audit.exitCode()).as(audit.out() + audit.err()).isZero();
  }

  @Test
  void without_the_api_nobody_is_asked() {
    Shell shell =
        Shell.run(
            realTime(),
            "verify",
            "--no-api",
            "--db",
            POSTGRES.urlWithUser(),
            "--url",
            "http://127.0.0.1:1");

    assertThat(shell.exitCode()).as(shell.out() + shell.err()).isZero();
    assertThat(shell.out()).doesNotContain("api-");
  }

  @Test
  void an_api_that_is_not_there_leaves_it_unaudited() {
    Shell shell =
        Shell.run(
            realTime(), "verify", "--db", POSTGRES.urlWithUser(), "--url", "http://127.0.0.1:1");

    assertThat(shell.exitCode()).isEqualTo(69);
    assertThat(shell.err()).contains("nothing answers", "--no-api");
    assertThat(shell.out()).isEmpty();
  }

  private static Shell verify(String... more) {
    List<String> arguments = new ArrayList<>(List.of("verify", "--db", POSTGRES.urlWithUser()));
    arguments.addAll(List.of("--url", node.uri().toString()));
    arguments.addAll(List.of(more));
    return Shell.run(realTime(), arguments.toArray(String[]::new));
  }

  private static Time realTime() {
    return Time.until(new CountDownLatch(1));
  }

  private static String donation(String id, String amount, String more) {
    return "{'donationId':'%s','amount':{'amount':'%s','currency':'USD'},%s"
            .formatted(id, amount, more)
        + "'payment':{'method':'captured','reference':'bank:1'}}";
  }

  private static void call(String method, String path, String body)
      throws IOException, InterruptedException {
    send(method, "/v1/campaigns" + path, body);
  }

  private static void send(String method, String path, String body)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(node.uri() + path))
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
              .build();
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isBetween(200, 202);
    }
  }

  private static byte[] payload(String campaignId, long sequence) throws SQLException {
    try (Connection connection = POSTGRES.connect();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT event_payload FROM campaign.event_journal"
                    + " WHERE persistence_id = ? AND sequence_number = ?")) {
      select.setString(1, "campaign|" + campaignId);
      select.setLong(2, sequence);
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getBytes(1);
      }
    }
  }

  private static void overwrite(String campaignId, long sequence, byte[] payload)
      throws SQLException {
    try (Connection connection = POSTGRES.connectPastTriggers();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE campaign.event_journal SET event_payload = ?"
                    + " WHERE persistence_id = ? AND sequence_number = ?")) {
      update.setBytes(1, payload);
      update.setString(2, "campaign|" + campaignId);
      update.setLong(3, sequence);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static long count(String sql) throws SQLException {
    try (Connection connection = POSTGRES.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
