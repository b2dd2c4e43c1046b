package amanah.deploy;

import amanah.money.Money;
import amanah.v1.NewDonation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.grpc.GrpcService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * A node as its callers see it, on a real socket: campaigns open over HTTP, a stream records each
 * donation once, and trouble comes when it is ordered.
 */
final class FakeAmanah implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final FakeCampaigns campaigns = new FakeCampaigns();
  private final FakeIntake intake = new FakeIntake(campaigns);
  private volatile boolean ready = true;
  private Server server = listening(0);
  private final int port = server.activeLocalPort();

  /** Where nobody listens. */
  static URI nobody() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  FakeIntake intake() {
    return intake;
  }

  void isReady(boolean value) {
    ready = value;
  }

  /** Goes away; what was recorded stays. */
  void stop() {
    var unused = server.closeAsync();
    while (isListening()) {
      Thread.onSpinWait();
    }
  }

  /** Comes back on the same port. */
  void restart() {
    server = listening(port);
  }

  Map<String, NewDonation> donations(String campaignId) {
    return campaigns.existing(campaignId).donations();
  }

  NewDonation donation(String campaignId, String donationId) {
    return campaigns.existing(campaignId).donation(donationId);
  }

  /** The ids in the order they were recorded. */
  List<String> recorded(String campaignId) {
    return List.copyOf(donations(campaignId).keySet());
  }

  Money goal(String campaignId) {
    return campaigns.existing(campaignId).goal();
  }

  String title(String campaignId) {
    return campaigns.existing(campaignId).title();
  }

  boolean knows(String campaignId) {
    return campaigns.find(campaignId).isPresent();
  }

  /** Does not wait for Netty, which takes two seconds to be sure that it is quiet. */
  @Override
  public void close() {
    var unused = server.closeAsync();
  }

  private boolean isListening() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  private Server listening(int wanted) {
    Server listening =
        Server.builder()
            .http(wanted)
            .requestTimeoutMillis(0)
            .maxRequestLength(0)
            .service(GrpcService.builder().addService(intake).build())
            .serviceUnder(
                "/",
                (context, request) -> HttpResponse.of(request.aggregate().thenApply(this::answer)))
            .build();
    listening.start().join();
    return listening;
  }

  private HttpResponse answer(AggregatedHttpRequest request) {
    String path = request.path();
    String call = request.method() + " " + path;
    if (call.equals("GET /readyz")) {
      return ready
          ? json(HttpStatus.OK, "{}")
          : problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
    }
    if (call.equals("POST /v1/campaigns")) {
      return open(request.contentUtf8());
    }
    if (path.endsWith("/batcher")) {
      return json(HttpStatus.OK, "{\"status\":\"processing\",\"pending\":7}");
    }
    return campaign(path.split("/", -1)[3]);
  }

  private HttpResponse open(String body) {
    JsonNode terms;
    try {
      terms = JSON.readTree(body);
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
    JsonNode goal = terms.path("goal");
    Currency currency = Currency.getInstance(goal.path("currency").asText());
    boolean opened =
        campaigns.open(
            terms.path("campaignId").asText(),
            terms.path("title").asText(),
            Money.parse(goal.path("amount").asText(), currency));
    return opened
        ? json(HttpStatus.CREATED, "{}")
        : problem(HttpStatus.CONFLICT, "campaign_exists");
  }

  private HttpResponse campaign(String campaignId) {
    return campaigns
        .find(campaignId)
        .map(campaign -> json(HttpStatus.OK, page(campaignId, campaign)))
        .orElseGet(() -> problem(HttpStatus.NOT_FOUND, "campaign_not_found"));
  }

  private static String page(String campaignId, FakeCampaigns.Campaign campaign) {
    ObjectNode page = JSON.createObjectNode();
    page.put("campaignId", campaignId).put("title", campaign.title());
    page.put("status", "active").put("percentFunded", "12.50");
    page.put("donationCount", campaign.donations().size()).put("donorCount", 1);
    money(page.putObject("goal"), campaign.goal());
    money(page.putObject("raised"), campaign.raised());
    return page.toString();
  }

  private static void money(ObjectNode node, Money money) {
    node.put("amount", money.amount()).put("currency", money.currency().getCurrencyCode());
  }

  private static HttpResponse problem(HttpStatus status, String code) {
    return json(
        status, JSON.createObjectNode().put("code", code).put("detail", "as ordered").toString());
  }

  private static HttpResponse json(HttpStatus status, String body) {
    return HttpResponse.of(status, MediaType.JSON, body);
  }
}
