package amanah.deploy;

import amanah.money.Money;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A node as its callers see it, on a real socket: campaigns open, batches record each donation
 * once, and trouble comes when it is ordered.
 */
final class FakeAmanah implements AutoCloseable {

  static {
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private record Trouble(String code, AtomicInteger times) {}

  private static final class Campaign {
    final String title;
    final Money goal;
    final Map<String, JsonNode> donations = new HashMap<>();
    Money raised;

    Campaign(String title, Money goal) {
      this.title = title;
      this.goal = goal;
      this.raised = Money.zero(goal.currency());
    }
  }

  private final Map<String, Campaign> campaigns = new ConcurrentHashMap<>();
  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
  private final AtomicInteger refusalsLeft = new AtomicInteger();
  private final AtomicInteger cutsLeft = new AtomicInteger();
  private final AtomicInteger batchSizeMax = new AtomicInteger();
  private final List<String> recorded = new CopyOnWriteArrayList<>();
  private volatile boolean ready = true;
  private HttpServer server;
  private ExecutorService threads;

  FakeAmanah() {
    threads = Executors.newVirtualThreadPerTaskExecutor();
    server = listening(0);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The next batches are answered 503, and nothing of them is recorded. */
  void answersUnavailable(int times) {
    refusalsLeft.set(times);
  }

  /** The next batches are recorded, and the connection breaks before the answer. */
  void cutsTheConnectionAfterRecording(int times) {
    cutsLeft.set(times);
  }

  /** That donation is refused with that code, so many times. */
  void refuses(String donationId, String code, int times) {
    troubles.put(donationId, new Trouble(code, new AtomicInteger(times)));
  }

  void isReady(boolean value) {
    ready = value;
  }

  /** Goes away; what was recorded stays. */
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** Comes back on the same port. */
  void restart() {
    threads = Executors.newVirtualThreadPerTaskExecutor();
    server = listening(server.getAddress().getPort());
  }

  Map<String, JsonNode> donations(String campaignId) {
    return existing(campaignId).donations;
  }

  JsonNode donation(String campaignId, String donationId) {
    return Objects.requireNonNull(donations(campaignId).get(donationId));
  }

  /** The ids in the order they were recorded. */
  List<String> recorded() {
    return recorded;
  }

  Money goal(String campaignId) {
    return existing(campaignId).goal;
  }

  String title(String campaignId) {
    return existing(campaignId).title;
  }

  boolean knows(String campaignId) {
    return campaigns.containsKey(campaignId);
  }

  int batchSizeMax() {
    return batchSizeMax.get();
  }

  @Override
  public void close() {
    stop();
  }

  private Campaign existing(String campaignId) {
    return Objects.requireNonNull(campaigns.get(campaignId));
  }

  private HttpServer listening(int port) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      HttpServer listening = HttpServer.create(address, 0);
      listening.setExecutor(threads);
      listening.createContext("/", this::answer);
      listening.start();
      return listening;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (call.equals("GET /readyz")) {
      send(exchange, ready ? 200 : 503, ready ? "{}" : problem("unavailable"));
    } else if (call.equals("POST /v1/campaigns")) {
      open(exchange, JSON.readTree(body));
    } else if (call.endsWith("/donations/batch")) {
      batch(exchange, body);
    } else if (call.endsWith("/batcher")) {
      send(exchange, 200, "{\"status\":\"processing\",\"pending\":7}");
    } else {
      campaign(exchange);
    }
  }

  private void open(HttpExchange exchange, JsonNode terms) throws IOException {
    JsonNode goal = terms.path("goal");
    Currency currency = Currency.getInstance(goal.path("currency").asText());
    Campaign campaign =
        new Campaign(
            terms.path("title").asText(), Money.parse(goal.path("amount").asText(), currency));
    Campaign known = campaigns.putIfAbsent(terms.path("campaignId").asText(), campaign);
    send(exchange, known == null ? 201 : 409, known == null ? "{}" : problem("campaign_exists"));
  }

  private void campaign(HttpExchange exchange) throws IOException {
    Campaign campaign = campaigns.get(segment(exchange, 3));
    if (campaign == null) {
      send(exchange, 404, problem("campaign_not_found"));
      return;
    }
    ObjectNode answer = JSON.createObjectNode();
    synchronized (campaign) {
      answer.put("campaignId", segment(exchange, 3)).put("title", campaign.title);
      answer.put("status", "active").put("percentFunded", "12.50");
      answer.put("donationCount", campaign.donations.size()).put("donorCount", 1);
      money(answer.putObject("goal"), campaign.goal);
      money(answer.putObject("raised"), campaign.raised);
    }
    send(exchange, 200, answer.toString());
  }

  private void batch(HttpExchange exchange, byte[] body) throws IOException {
    if (refusalsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      exchange.getResponseHeaders().add("Retry-After", "1");
      send(exchange, 503, problem("unavailable"));
      return;
    }
    Campaign campaign = existing(segment(exchange, 3));
    ArrayNode results = JSON.createArrayNode();
    List<JsonNode> donations = new ArrayList<>();
    JSON.readerFor(JsonNode.class).<JsonNode>readValues(body).forEachRemaining(donations::add);
    batchSizeMax.accumulateAndGet(donations.size(), Math::max);
    synchronized (campaign) {
      donations.forEach(donation -> record(campaign, donation, results.addObject()));
    }
    if (cutsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      exchange.close();
      return;
    }
    send(exchange, 200, JSON.createObjectNode().set("results", results).toString());
  }

  private void record(Campaign campaign, JsonNode donation, ObjectNode result) {
    String donationId = donation.path("donationId").asText();
    result.put("donationId", donationId);
    Trouble trouble = troubles.get(donationId);
    JsonNode known = campaign.donations.get(donationId);
    if (trouble != null && trouble.times().getAndDecrement() > 0) {
      result.put("status", "refused").put("replayed", false);
      result.put("code", trouble.code()).put("detail", "as ordered");
    } else if (known == null) {
      campaign.donations.put(donationId, donation);
      recorded.add(donationId);
      campaign.raised = campaign.raised.plus(amount(donation));
      result.put("status", "captured").put("replayed", false);
    } else if (known.equals(donation)) {
      result.put("status", "captured").put("replayed", true);
    } else {
      result.put("status", "refused").put("replayed", false);
      result.put("code", "idempotency_mismatch").put("detail", "other content");
    }
  }

  private static Money amount(JsonNode donation) {
    JsonNode amount = donation.path("amount");
    Currency currency = Currency.getInstance(amount.path("currency").asText());
    return Money.parse(amount.path("amount").asText(), currency);
  }

  private static void money(ObjectNode node, Money money) {
    node.put("amount", money.amount()).put("currency", money.currency().getCurrencyCode());
  }

  private static String segment(HttpExchange exchange, int index) {
    return exchange.getRequestURI().getPath().split("/", -1)[index];
  }

  private static String problem(String code) {
    return JSON.createObjectNode().put("code", code).put("detail", "as ordered").toString();
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
