package amanah.deploy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.cluster.Pause;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes that are asked when all is at rest, and are not always there. */
class NodePagesTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final List<HttpServer> servers = new ArrayList<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void stop() {
    servers.forEach(server -> server.stop(0));
    http.shutdownNow();
  }

  @Test
  void a_node_that_is_not_ready_yet_is_asked_again() throws IOException, InterruptedException {
    NodePages pages = new NodePages(http, duration -> {}, LONG);

    Optional<JsonNode> page = pages.read(0, server(freePort(), 503, 504, 200));

    assertThat(page.orElseThrow().path("status").asInt()).isEqualTo(200);
    assertThat(pages.findings()).isEmpty();
  }

  @Test
  void a_node_that_has_ended_is_waited_for_until_it_is_back()
      throws IOException, InterruptedException {
    int port = freePort();
    Deque<Integer> looks = new ArrayDeque<>(List.of(1, 2, 3));
    Pause backAfterThreeLooks =
        duration -> {
          if (looks.poll() != null && looks.isEmpty()) {
            server(port, 200);
          }
        };
    NodePages pages = new NodePages(http, backAfterThreeLooks, LONG);

    Optional<JsonNode> page = pages.read(0, uri(port));

    assertThat(page).isPresent();
    assertThat(pages.findings()).isEmpty();
  }

  @Test
  void a_node_that_stays_away_is_one_finding_and_is_not_asked_again()
      throws IOException, InterruptedException {
    NodePages pages = new NodePages(http, duration -> {}, Duration.ZERO);
    URI nobody = uri(freePort());

    assertThat(pages.read(1, nobody)).isEmpty();
    assertThat(pages.read(1, nobody)).isEmpty();
    assertThat(pages.read(2, server(freePort(), 200))).isPresent();
    assertThat(pages.findings())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(Finding.Kind.UNCHECKED);
              assertThat(found.sentence()).startsWith("node 1 did not answer /page for 0 s");
            });
  }

  private URI server(int port, Integer... statuses) {
    Deque<Integer> left = new ArrayDeque<>(List.of(statuses));
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      server.createContext("/", exchange -> answer(exchange, left.remove()));
      server.start();
      servers.add(server);
      return uri(port);
    } catch (IOException taken) {
      throw new IllegalStateException(taken);
    }
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    byte[] body = ("{\"status\":" + status + "}").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static URI uri(int port) {
    return URI.create("http://127.0.0.1:" + port + "/page");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
