package amanah.campaign;

import static amanah.campaign.TestDonations.done;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.ingress.http.BadRequests;
import amanah.id.CampaignId;
import amanah.testing.PostgresExtension;
import com.linecorp.armeria.common.HttpData;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of bad requests, sent to a whole node. */
class BadRequestsIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static TestNode node;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    node = TestNode.start(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
    for (BadRequests.Step step : BadRequests.prerequisites()) {
      HttpResponse<String> response =
          send(step.method(), step.path(), JSON, HttpData.ofUtf8(step.json()));
      assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
    }
  }

  @AfterAll
  static void stop() {
    node.close();
    CLIENT.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("amanah.campaign.ingress.http.BadRequests#cases")
  void a_bad_request_is_refused_by_its_code_and_no_campaign_changes(BadRequests.Case bad)
      throws IOException, InterruptedException {
    List<CampaignSummary> before = campaigns();

    HttpResponse<String> response = send(bad.method(), bad.path(), bad.headers(), bad.body());

    assertThat(response.statusCode()).as(response.body()).isEqualTo(bad.status());
    assertThat(response.body()).contains("\"code\":\"" + bad.code() + "\"");
    assertThat(campaigns()).isEqualTo(before);
  }

  private static List<CampaignSummary> campaigns() {
    return Stream.of("bad-open", "bad-draft", "bad-hard", "bad-over")
        .map(id -> done(node.node().campaigns().get(CampaignId.of(id))))
        .toList();
  }

  private static HttpResponse<String> send(
      String method, String path, Map<String, String> headers, HttpData body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.node().uri().resolve(path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body.array()));
    headers.forEach(request::header);
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
