package amanah.deploy.client;

import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.money.Money;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.Optional;

/** The calls of the public API that the command line makes. */
public final class AmanahClient implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CAMPAIGNS = "/v1/campaigns";
  private static final String ZAKAT = "/v1/zakat";

  private final Connection connection;
  private final Time time;

  /** Calls the node at {@code base}. */
  public AmanahClient(URI base, Time time) {
    this.connection = new Connection(base);
    this.time = time;
  }

  /** Where the node is. */
  public URI base() {
    return connection.base();
  }

  /** Whether the node takes requests; one try. */
  public Reply ready() throws InterruptedException {
    return connection.send("/readyz", HttpRequest.Builder::GET);
  }

  /** The campaign's batcher as JSON, empty when the node does not tell; one try. */
  public Optional<JsonNode> batcher(String campaignId) throws InterruptedException {
    Reply reply =
        connection.send(CAMPAIGNS + "/" + campaignId + "/batcher", HttpRequest.Builder::GET);
    return switch (reply) {
      case Reply.Success success -> Optional.of(tree(success));
      case Reply.Refused refused -> Optional.empty();
      case Reply.Later later -> Optional.empty();
    };
  }

  /** The campaign, or empty when there is none of that id. */
  public Optional<CampaignReading> campaign(String campaignId, Patience patience)
      throws InterruptedException {
    return switch (answered(CAMPAIGNS + "/" + campaignId, HttpRequest.Builder::GET, patience)) {
      case Reply.Success success -> Optional.of(reading(tree(success)));
      case Reply.Refused refused -> {
        if (!refused.code().equals("campaign_not_found")) {
          throw unexpected(refused);
        }
        yield Optional.empty();
      }
      case Reply.Later later -> throw new IllegalStateException(later.reason());
    };
  }

  /**
   * What stands at a path beneath {@code /v1/campaigns/}, or why not; what can be repeated is.
   *
   * @return a {@link Reply.Success} or a {@link Reply.Refused}
   */
  public Reply read(String path, Patience patience) throws InterruptedException {
    return answered(CAMPAIGNS + "/" + path, HttpRequest.Builder::GET, patience);
  }

  /** The same beneath {@code /v1/zakat/}. */
  public Reply readZakat(String path, Patience patience) throws InterruptedException {
    return answered(ZAKAT + "/" + path, HttpRequest.Builder::GET, patience);
  }

  /** Opens the campaign; that somebody else opened it meanwhile is as good. */
  public void open(String campaignId, String title, Money goal, Patience patience)
      throws InterruptedException {
    ObjectNode terms = JSON.createObjectNode().put("campaignId", campaignId).put("title", title);
    terms
        .putObject("goal")
        .put("amount", goal.amount())
        .put("currency", goal.currency().getCurrencyCode());
    byte[] body = terms.toString().getBytes(StandardCharsets.UTF_8);
    Reply reply = answered(CAMPAIGNS, posting("application/json", body), patience);
    if (reply instanceof Reply.Refused refused && !refused.code().equals("campaign_exists")) {
      throw unexpected(refused);
    }
  }

  /** Ends the command, since the node said something that no caller can act on. */
  public Failure unexpected(Reply.Refused refused) {
    return new Failure(
        ExitCode.UNAVAILABLE,
        base()
            + " refused with "
            + refused.status()
            + " "
            + refused.code()
            + ": "
            + refused.detail());
  }

  @Override
  public void close() {
    connection.close();
  }

  private Reply answered(String path, Connection.Method method, Patience patience)
      throws InterruptedException {
    Backoff backoff = new Backoff(patience, time);
    Reply reply = connection.send(path, method);
    while (reply instanceof Reply.Later later) {
      backoff.await(later);
      reply = connection.send(path, method);
    }
    return reply;
  }

  private static Connection.Method posting(String contentType, byte[] body) {
    return request ->
        request
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private JsonNode tree(Reply.Success success) {
    try {
      return JSON.readTree(success.body());
    } catch (IOException notJson) {
      throw notAmanah(notJson);
    }
  }

  private CampaignReading reading(JsonNode campaign) {
    try {
      return new CampaignReading(
          campaign.path("campaignId").asText(),
          campaign.path("title").asText(),
          campaign.path("status").asText(),
          money(campaign.path("goal")),
          money(campaign.path("raised")),
          campaign.path("donationCount").asLong(),
          campaign.path("donorCount").asLong(),
          campaign.path("percentFunded").asText());
    } catch (IllegalArgumentException notMoney) {
      throw notAmanah(notMoney);
    }
  }

  private static Money money(JsonNode node) {
    Currency currency = Currency.getInstance(node.path("currency").asText());
    return Money.parse(node.path("amount").asText(), currency);
  }

  private Failure notAmanah(Exception cause) {
    return new Failure(
        ExitCode.UNAVAILABLE, "what answers at " + base() + " is not an Amanah node", cause);
  }
}
