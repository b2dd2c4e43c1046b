package amanah.deploy.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node at which as many wait for struck campaigns as may. */
class CallerRoomTest {

  private static final int REPEATS_MAX = 150;

  private final AtomicLong nanos = new AtomicLong();
  private final Map<String, Integer> tries = new ConcurrentHashMap<>();
  private final CountDownLatch waiting = new CountDownLatch(REPEATS_MAX);
  private final CountDownLatch over = new CountDownLatch(1);
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
    over.countDown();
    server.stop(0);
    http.shutdownNow();
  }

  @Test
  void who_has_lost_one_try_does_not_wait_among_those_who_wait_for_struck_campaigns()
      throws InterruptedException {
    Caller caller = caller();
    for (int donor = 0; donor < REPEATS_MAX; donor++) {
      Request struck = Request.get("/struck/" + donor);
      Thread.ofVirtual().start(() -> settled(caller, struck));
    }
    assertThat(waiting.await(60, TimeUnit.SECONDS)).isTrue();

    Settled settled = caller.settle(Request.get("/other"), caller.anyNode());

    assertThat(settled.answer()).isInstanceOf(Answer.Yes.class);
    assertThat(settled.tries()).isEqualTo(2);
  }

  private static void settled(Caller caller, Request request) {
    try {
      caller.settle(request, caller.anyNode());
    } catch (InterruptedException givenUp) {
      Thread.currentThread().interrupt();
    }
  }

  private Caller caller() {
    URI node = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new Caller(
        new Doors(List.of(node), http, this::pass, new Random(1)),
        http,
        this::pass,
        nanos::get,
        answer -> {});
  }

  private void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }

  /** Struck campaigns refuse two tries and leave the third without an answer; others refuse one. */
  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    int tried = tries.merge(path, 1, Integer::sum);
    boolean struck = path.startsWith("/struck/");
    if (struck && tried > 2) {
      waiting.countDown();
      awaitEnd();
    }
    boolean refused = struck || tried == 1;
    byte[] body = "{\"code\":\"timeout\"}".getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(refused ? 504 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void awaitEnd() {
    try {
      over.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
