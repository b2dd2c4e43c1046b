package amanah.deploy.census;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.faults.load.Caller;
import amanah.deploy.faults.load.Doors;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Campaigns that are woken at a node that answers what it is told to. */
class WakingTest {

  private static final int CAMPAIGNS = 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CountedCampaigns campaigns = new CountedCampaigns(7, CAMPAIGNS);
  private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong waited = new AtomicLong();
  private HttpClient http;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    http.shutdownNow();
  }

  @Test
  void every_other_sleeper_is_read_and_the_rest_are_given_to_at_the_rate()
      throws InterruptedException {
    Waking waking = waking();

    waking.wakeAll(2);

    assertThat(waking.reads().count()).isEqualTo(CAMPAIGNS / 2);
    assertThat(waking.donations().count()).isEqualTo(CAMPAIGNS / 2);
    assertThat(waking.failed()).isZero();
    // Ten at two a second: the last begins after four and a half seconds.
    assertThat(Duration.ofNanos(waited.get())).isEqualTo(Duration.ofMillis(4500));
  }

  @Test
  void one_that_has_to_be_asked_again_counts_from_the_moment_it_was_due()
      throws InterruptedException {
    statuses.add(503);
    Waking waking = waking();

    waking.wakeAll(2);

    assertThat(waking.reads().askedAgain() + waking.donations().askedAgain()).isOne();
    assertThat(Math.max(waking.reads().maxMillis(), waking.donations().maxMillis()))
        .isGreaterThan(20);
  }

  @Test
  void an_answer_that_is_not_what_was_recorded_is_a_failure() throws InterruptedException {
    statuses.add(500);
    Waking waking = waking();

    waking.wakeAll(2);

    assertThat(waking.failed()).isOne();
    assertThat(waking.failures()).singleElement().asString().contains("counted-7-");
    assertThat(waking.settled()).isEqualTo(CAMPAIGNS);
  }

  private Waking waking() {
    URI node = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    Doors doors = new Doors(List.of(node), http, this::pass, new Random(1));
    return new Waking(
        campaigns,
        List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
        new Caller(doors, http, this::pass, nanos::get, answer -> {}),
        this::passAndCount,
        nanos::get);
  }

  private void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }

  private void passAndCount(Duration duration) {
    waited.addAndGet(duration.toNanos());
    pass(duration);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    Integer status = statuses.poll();
    boolean donation = exchange.getRequestMethod().equals("POST");
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    int number = Integer.parseInt(path[3].substring(path[3].lastIndexOf('-') + 1));
    int code = status == null ? 200 : status;
    String body =
        switch (code) {
          case 200 -> donation ? "{\"status\":\"captured\"}" : page(number);
          case 503 -> "{\"code\":\"unavailable\"}";
          default -> "{\"code\":\"internal\"}";
        };
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String page(int number) throws IOException {
    ObjectNode page = (ObjectNode) JSON.readTree(campaigns.open(number).body());
    page.put("status", "active").put("donationCount", 0).putObject("raised").put("amount", "0.00");
    return page.toString();
  }
}
