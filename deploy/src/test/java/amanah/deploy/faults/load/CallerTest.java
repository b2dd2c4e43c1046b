package amanah.deploy.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.protocol.EarlierTries;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A caller and nodes that answer what they were told to, by a clock that moves as he waits. */
class CallerTest {

  private static final Request DONATION = Request.post("/v1/campaigns/well/donations", "{}");

  private final List<HttpServer> servers = new ArrayList<>();
  private final List<Answer> tries = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void stop() {
    servers.forEach(server -> server.stop(0));
    http.shutdownNow();
  }

  @Test
  void a_donation_without_an_answer_is_sent_again_until_its_replay_says_that_it_was_recorded()
      throws IOException, InterruptedException {
    Caller caller = caller(node("504 timeout", "503 unavailable", "200 replayed"));

    Settled settled = caller.settle(DONATION, caller.anyNode());

    assertThat(settled.answer()).isInstanceOf(Answer.Yes.class);
    assertThat(settled.tries()).isEqualTo(3);
    assertThat(settled.ambiguous()).isEqualTo(2);
    assertThat(settled.resolved()).isTrue();
    assertThat(tries).hasSize(3);
  }

  @Test
  void a_donation_that_is_answered_at_once_was_never_ambiguous()
      throws IOException, InterruptedException {
    Caller caller = caller(node("201 new"));

    Settled settled = caller.settle(DONATION, caller.anyNode());

    assertThat(settled.ambiguous()).isZero();
    assertThat(settled.resolved()).isFalse();
    assertThat(settled.endedNanos()).isEqualTo(settled.beganNanos());
  }

  @Test
  void where_nobody_listens_another_node_is_asked() throws IOException, InterruptedException {
    Caller caller = caller(nobody(), node("201 new"));

    for (int donation = 0; donation < 10; donation++) {
      Settled settled = caller.settle(DONATION, caller.anyNode());

      assertThat(settled.answer()).isInstanceOf(Answer.Yes.class);
      assertThat(settled.node()).isOne();
      assertThat(settled.ambiguous()).isZero();
    }
  }

  @Test
  void a_defect_is_not_repeated() throws IOException, InterruptedException {
    Caller caller = caller(node("500 internal", "201 new"));

    Settled settled = caller.settle(DONATION, caller.anyNode());

    assertThat(settled.answer()).isInstanceOf(Answer.Unclassified.class);
    assertThat(settled.tries()).isOne();
  }

  @Test
  void a_refusal_says_nothing_while_an_earlier_try_may_still_be_under_way()
      throws IOException, InterruptedException {
    Caller caller = caller(node("504 timeout", "409 campaign_not_active", "200 replayed"));

    Settled settled = caller.settle(DONATION, caller.anyNode());

    assertThat(settled.resolved()).isTrue();
    assertThat(settled.tries()).isEqualTo(3);
  }

  @Test
  void a_refusal_is_definite_when_no_earlier_try_can_be_under_way_any_more()
      throws IOException, InterruptedException {
    Caller caller = caller(node("504 timeout", "409 campaign_not_active"));

    Settled settled = caller.settle(DONATION, caller.anyNode());

    assertThat(settled.answer()).isInstanceOf(Answer.No.class);
    assertThat(nanos.get()).isBetween(30_000_000_000L, 33_000_000_000L);
    assertThat(settled.endedNanos()).isLessThan(1_000_000_000L);
  }

  @Test
  void a_refusal_that_no_earlier_try_can_belie_is_definite_at_once()
      throws IOException, InterruptedException {
    Caller caller = caller(node("504 timeout", "422 idempotency_mismatch"));

    Settled settled = caller.settle(DONATION, caller.anyNode());

    assertThat(settled.answer()).isInstanceOf(Answer.No.class);
    assertThat(settled.tries()).isEqualTo(2);
  }

  @Test
  void a_node_that_said_not_now_has_nothing_under_way() throws IOException, InterruptedException {
    Caller caller = caller(node("503 unavailable", "409 campaign_not_active"));

    Settled settled = caller.settle(DONATION, caller.anyNode());

    assertThat(settled.answer()).isInstanceOf(Answer.No.class);
    assertThat(settled.tries()).isEqualTo(2);
  }

  @Test
  void a_refusal_is_definite_only_when_its_try_began_after_no_other_could_be_under_way()
      throws IOException, InterruptedException {
    List<Long> arrivals = new ArrayList<>();
    Caller caller =
        caller(
            node(
                () -> {
                  arrivals.add(nanos.get());
                  nanos.addAndGet(Caller.TRY_MAX.toNanos());
                  return arrivals.size() == 1 ? "504 timeout" : "409 campaign_not_active";
                }));

    Settled settled = caller.settle(DONATION, caller.anyNode());

    assertThat(settled.answer()).isInstanceOf(Answer.No.class);
    assertThat(arrivals.getLast() - Caller.TRY_MAX.toNanos())
        .isGreaterThanOrEqualTo(EarlierTries.UNDER_WAY_MAX.toNanos());
  }

  @Test
  void a_refusal_that_never_became_definite_is_no_answer()
      throws IOException, InterruptedException {
    long closed = Duration.ofSeconds(45).toNanos();
    Caller caller =
        caller(node(() -> nanos.get() < closed ? "504 timeout" : "409 campaign_not_active"));

    Settled settled = caller.settle(DONATION, caller.anyNode());

    assertThat(settled.answer()).isInstanceOf(Answer.Ambiguous.class);
    assertThat(settled.endedNanos()).isEqualTo(nanos.get());
  }

  @Test
  void a_first_refusal_is_definite_at_once() throws IOException, InterruptedException {
    Caller caller = caller(node("409 campaign_not_active"));

    assertThat(caller.settle(DONATION, caller.anyNode()).tries()).isOne();
  }

  @Test
  void a_callers_patience_ends() throws IOException, InterruptedException {
    Caller caller = caller(node("504 timeout"));

    Settled settled = caller.settle(DONATION, caller.anyNode());

    assertThat(settled.answer()).isInstanceOf(Answer.Ambiguous.class);
    assertThat(nanos.get()).isBetween(60_000_000_000L, 63_000_000_000L);
  }

  private Caller caller(URI... nodes) {
    return new Caller(
        new Doors(
            List.of(nodes), http, duration -> nanos.addAndGet(duration.toNanos()), new Random(1)),
        http,
        duration -> nanos.addAndGet(duration.toNanos()),
        nanos::get,
        tries::add);
  }

  /** Gives these answers in their order, and the last one for ever. */
  private URI node(String... answers) throws IOException {
    Queue<String> left = new ConcurrentLinkedQueue<>(List.of(answers));
    return node(() -> left.size() > 1 ? left.remove() : left.element());
  }

  private URI node(Supplier<String> answers) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, answers.get()));
    server.start();
    servers.add(server);
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange, String answer) throws IOException {
    try (exchange) {
      String[] words = answer.split(" ", 2);
      if (words[1].equals("replayed")) {
        exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
      }
      byte[] body = ("{\"code\":\"" + words[1] + "\"}").getBytes(StandardCharsets.UTF_8);
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(Integer.parseInt(words[0]), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static URI nobody() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
  }
}
