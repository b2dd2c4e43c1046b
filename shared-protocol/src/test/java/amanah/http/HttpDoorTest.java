package amanah.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.testing.DoorSettings;
import com.linecorp.armeria.common.HttpData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDoorTest {

  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final String THING = "{}";
  private static final Readiness READY = TriedDoor.READY;
  private static final int ANSWER_MILLIS_MAX = 60_000;
  private static final HttpSettings SETTINGS = DoorSettings.usual();

  @Test
  void the_callers_request_id_and_trace_come_back() {
    try (TriedDoor door = new TriedDoor()) {
      Map<String, String> headers = Map.of("X-Request-Id", "abc-1", "traceparent", TRACE);
      for (String path : new String[] {"/healthz", "/v1/none", "/nowhere"}) {
        HttpResponse<String> response = door.send("GET", path, headers, HttpData.empty());

        assertThat(response.headers().firstValue("x-request-id")).hasValue("abc-1");
        assertThat(response.headers().firstValue("traceparent")).hasValue(TRACE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b", "00-xyz", "00-00000000000000000000000000000000-b7ad6b7169203331-01"})
  void a_request_id_or_trace_that_is_not_sane_is_replaced_or_dropped(String odd) {
    try (TriedDoor door = new TriedDoor()) {
      HttpResponse<String> response =
          door.send(
              "GET",
              "/healthz",
              Map.of("X-Request-Id", odd + " ".repeat(2) + "x".repeat(128), "traceparent", odd),
              HttpData.empty());

      assertThat(response.headers().firstValue("x-request-id").orElseThrow())
          .isNotEmpty()
          .doesNotContain("x".repeat(128));
      assertThat(response.headers().firstValue("traceparent")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BREW /v1/things HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /v1/things/a HTTP/9.9\r\nHost: a\r\n\r\n",
        "GET /v1/things/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
        "hello\r\n\r\n"
      })
  void even_bad_http_gets_a_problem_with_a_request_id(String request) throws IOException {
    try (TriedDoor door = new TriedDoor();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      socket.setSoTimeout(ANSWER_MILLIS_MAX);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      byte[] head = socket.getInputStream().readNBytes(12);
      String rest = new String(socket.getInputStream().readNBytes(150), UTF_8);

      assertThat(new String(head, UTF_8)).startsWith("HTTP/1.1 4");
      assertThat(rest).containsIgnoringCase("x-request-id").contains("problem+json");
    }
  }

  @Test
  void readiness_is_what_the_node_says() {
    Readiness notYet =
        () -> CompletableFuture.completedFuture(new Readiness.State(false, "no journal"));
    try (TriedDoor door = new TriedDoor(notYet, SETTINGS)) {
      assertThat(door.get("/healthz").statusCode()).isEqualTo(200);
      assertThat(door.get("/readyz").statusCode()).isEqualTo(503);
      assertThat(door.get("/readyz").body()).contains("no journal");
    }
    Readiness broken = () -> CompletableFuture.failedFuture(new IllegalStateException("away"));
    try (TriedDoor door = new TriedDoor(broken, SETTINGS)) {
      assertThat(door.get("/readyz").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void what_takes_too_long_is_a_timeout_that_tells_the_name() {
    try (TriedDoor door = new TriedDoor(READY, settings(10, Duration.ofSeconds(3)))) {
      door.routes.answerAfter(new CompletableFuture<>());

      HttpResponse<String> response = door.post("/v1/things", THING);

      assertThat(response.statusCode()).isEqualTo(504);
      assertThat(TriedDoor.json(response).path("code").textValue()).isEqualTo("timeout");
      assertThat(TriedDoor.json(response).path("thingId").textValue()).isEqualTo("made");
      assertThat(response.headers().firstValue("x-request-id")).isPresent();
    }
  }

  @Test
  void one_request_more_than_there_are_places_is_refused_before_its_body_comes()
      throws IOException {
    String path = "/v1/few-things";
    try (TriedDoor door = new TriedDoor();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      CompletableFuture<Void> opening = new CompletableFuture<>();
      door.routes.answerAfter(opening);
      CompletableFuture<HttpResponse<String>> first = door.sendLater("POST", path, THING);
      door.routes.awaitAsked(1);

      String head = "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
      socket.setSoTimeout(ANSWER_MILLIS_MAX);
      socket.getOutputStream().write((head + "Content-Length: 9999\r\n\r\n").getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readNBytes(250), UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 503").containsIgnoringCase("retry-after: 1");
      HttpResponse<String> second = door.post(path, THING);
      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(TriedDoor.json(second).path("code").textValue()).isEqualTo("overloaded");
      opening.complete(null);
      assertThat(first.join().statusCode()).isEqualTo(201);
      assertThat(door.post(path, THING).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void what_is_reached_by_two_paths_has_its_places_once() {
    try (TriedDoor door = new TriedDoor()) {
      CompletableFuture<Void> opening = new CompletableFuture<>();
      door.routes.answerAfter(opening);
      CompletableFuture<HttpResponse<String>> first =
          door.sendLater("POST", "/v1/things/new/parts", THING);
      door.routes.awaitAsked(1);

      HttpResponse<String> second = door.post("/v1/things/old/parts", THING);

      assertThat(second.statusCode()).isEqualTo(503);
      opening.complete(null);
      assertThat(first.join().statusCode()).isEqualTo(201);
      assertThat(door.post("/v1/things/old/parts", THING).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void a_stream_outlives_the_request_timeout_and_ends_when_the_door_closes() throws IOException {
    try (TriedDoor door = new TriedDoor(READY, settings(10, Duration.ofMillis(500)));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      socket.setSoTimeout(ANSWER_MILLIS_MAX);
      socket.getOutputStream().write("GET /v1/stream HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8));
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      assertThat(lines.lines().anyMatch("data: first"::equals)).isTrue();
      door.routes.answerAfter(new CompletableFuture<>());
      assertThat(door.post("/v1/things", THING).statusCode()).as("a timeout later").isEqualTo(504);
      assertThat(door.get("/v1/stream").statusCode()).as("all places are taken").isEqualTo(503);

      var unused = door.stop();

      assertThat(lines.lines().anyMatch("data: last"::equals)).isTrue();
    }
  }

  @Test
  void a_query_parameter_is_one_of_its_values_or_any_one_value() {
    try (TriedDoor door = new TriedDoor()) {
      assertThat(door.post("/v1/things?mood=good&after=5", THING).body()).isEqualTo("\"after 5\"");
      assertThat(door.post("/v1/things?mood=bad", THING).body()).contains("expected good");
      assertThat(door.post("/v1/things?later=5", THING).body()).contains("expected mood, after");
    }
  }

  @Test
  void what_is_no_row_of_a_table_is_served_at_the_same_port() {
    try (TriedDoor door = new TriedDoor()) {
      assertThat(door.get("/more").body()).isEqualTo("more");
    }
  }

  @Test
  void what_never_reached_another_protocol_is_refused_in_its_words() {
    String large = "x".repeat(SETTINGS.requestBytesMax() + 1);
    try (TriedDoor door = new TriedDoor()) {
      assertThat(door.post("/more", large).statusCode()).isEqualTo(418);
      assertThat(door.post("/v1/things", large).statusCode()).isEqualTo(413);
    }
  }

  @Test
  void one_connection_too_many_is_closed() throws IOException {
    byte[] request = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8);
    try (TriedDoor door = new TriedDoor(READY, settings(1, SETTINGS.requestTimeout()));
        Socket first = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      first.setSoTimeout(ANSWER_MILLIS_MAX);
      first.getOutputStream().write(request);
      assertThat(first.getInputStream().read()).isEqualTo('H');

      try (Socket second = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
        second.setSoTimeout(ANSWER_MILLIS_MAX);
        assertThatThrownBy(() -> second.getInputStream().read())
            .isInstanceOf(SocketException.class)
            .hasMessageContaining("reset");
      }
    }
  }

  private static HttpSettings settings(int connectionsMax, Duration requestTimeout) {
    return DoorSettings.with(
        Map.of(
            "connections-max",
            connectionsMax,
            "request-timeout",
            requestTimeout,
            "drain-quiet-min",
            "0s",
            "drain-timeout",
            "5s"));
  }

  @Test
  void a_stopping_door_finishes_what_it_took_and_takes_no_more() {
    TriedDoor door = new TriedDoor();
    CompletableFuture<Void> opening = new CompletableFuture<>();
    door.routes.answerAfter(opening);
    CompletableFuture<HttpResponse<String>> inFlight = door.sendLater("POST", "/v1/things", THING);
    door.routes.awaitAsked(1);

    CompletableFuture<Void> stopped = door.stop().toCompletableFuture();
    HttpResponse<String> late = door.post("/v1/things", THING);

    assertThat(late.statusCode()).isEqualTo(503);
    assertThat(TriedDoor.json(late).path("code").textValue()).isEqualTo("unavailable");
    assertThat(door.get("/healthz").statusCode()).isEqualTo(200);
    assertThat(door.get("/readyz").statusCode()).isEqualTo(503);
    assertThat(stopped).isNotDone();
    opening.complete(null);
    assertThat(inFlight.join().statusCode()).isEqualTo(201);
    assertThat(stopped).succeedsWithin(Duration.ofSeconds(60));
  }

  @Test
  void a_header_that_the_server_cannot_read_is_no_failure_of_the_server() throws IOException {
    try (TriedDoor door = new TriedDoor();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      String request = "GET /healthz HTTP/1.1\r\nHost: a\r\nTE: W/\"1\"\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":\"malformed\"");
    }
  }

  @Test
  void a_door_at_an_address_of_the_network_knows_its_port() throws SocketException {
    String host =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
            .map(InetAddress::getHostAddress)
            .findFirst()
            .orElse("127.0.0.1");

    try (TriedDoor door = new TriedDoor(READY, DoorSettings.with(Map.of("host", host)))) {
      assertThat(door.port()).isPositive();
    }
  }

  @Test
  void the_cluster_is_shown_with_its_members_and_shards() {
    try (TriedDoor door = new TriedDoor()) {
      HttpResponse<String> answer = door.get("/v1/cluster");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .contains("\"self\":\"akka://amanah@10.0.0.1:25520\"")
          .contains("\"unreachable\":[\"akka://amanah@10.0.0.2:25520\"]")
          .contains("\"shards\":[\"7\",\"101\"]")
          .contains("\"shardCount\":128");
    }
  }
}
