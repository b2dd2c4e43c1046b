package amanah.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.testing.DoorSettings;
import amanah.testing.Waiting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a door holds for requests that are under way has bounds, whatever they hold it for. */
class RequestsUnderWayTest {

  private static final int ANSWER_MILLIS_MAX = 10_000;
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int FRAME_HEAD_BYTES = 9;
  private static final int RESET_FRAME = 3;
  private static final int REFUSED_STREAM = 7;
  private static final int REFUSED_ANSWERS_MAX = 16;
  private static final int ANSWER_BYTES_MAX = 2_000;
  private static final String LONG =
      "{\"name\": \"%s\"}".formatted("x".repeat(2 * ANSWER_BYTES_MAX));
  private static final String TOO_MUCH = "x".repeat(3_000);

  @ParameterizedTest
  @CsvSource({"/v1/things", "/v1/few-things", "/v1/nowhere"})
  void a_body_that_says_its_length_is_refused_before_it_comes(String path) throws IOException {
    try (TriedDoor door = door(Map.of("under-way.client-bytes-max", 2_000));
        Socket socket = socket(door)) {
      socket.getOutputStream().write((head(path) + "Content-Length: 3000\r\n\r\n").getBytes(UTF_8));

      assertThatItIsOverloaded(socket, "2000 bytes", "client-bytes-max");
    }
  }

  @ParameterizedTest
  @CsvSource({"/v1/things", "/v1/few-things"})
  void a_body_that_does_not_is_refused_when_too_much_has_come(String path) throws IOException {
    try (TriedDoor door = door(Map.of("under-way.client-bytes-max", 2_000));
        Socket socket = socket(door)) {
      String chunk = Integer.toHexString(TOO_MUCH.length()) + "\r\n" + TOO_MUCH + "\r\n";
      socket
          .getOutputStream()
          .write((head(path) + "Transfer-Encoding: chunked\r\n\r\n" + chunk).getBytes(UTF_8));

      assertThatItIsOverloaded(socket, "2000 bytes", "client-bytes-max");
    }
  }

  @Test
  void one_request_too_many_is_refused_and_what_has_ended_makes_room() {
    CompletableFuture<Void> opening = new CompletableFuture<>();
    try (TriedDoor door = door(Map.of("under-way.client-requests-max", 2))) {
      door.routes.answerAfter(opening);
      var first = door.sendLater("POST", "/v1/things", "{}");
      var second = door.sendLater("POST", "/v1/things", "{}");
      door.routes.awaitAsked(2);

      HttpResponse<String> third = door.post("/v1/things", "{}");

      assertThat(third.statusCode()).isEqualTo(503);
      assertThat(third.body()).contains("overloaded", "2 requests", "client-requests-max");
      opening.complete(null);
      assertThat(first.join().statusCode()).isEqualTo(201);
      assertThat(second.join().statusCode()).isEqualTo(201);
      Waiting.until(SOON, () -> door.post("/v1/things", "{}").statusCode() == 201);
    }
  }

  @Test
  void an_answer_that_is_not_taken_is_held_against_its_client() throws IOException {
    try (TriedDoor door = untakenDoor(ANSWER_BYTES_MAX)) {
      try (Socket untaken = socket(door)) {
        untaken.getOutputStream().write(untaken("/openapi.json"));

        Waiting.until(SOON, () -> door.post("/v1/things", LONG).statusCode() == 503);
      }
      Waiting.until(SOON, () -> door.post("/v1/things", LONG).statusCode() == 201);
    }
  }

  @Test
  void of_too_many_answers_the_connection_is_cut_that_leaves_them_and_no_other()
      throws IOException {
    try (TriedDoor door = untakenDoor(0);
        Socket untaken = socket(door)) {
      untaken.getOutputStream().write(untaken("/openapi.json"));
      CompletableFuture<Void> cut = CompletableFuture.runAsync(() -> toTheEnd(untaken));

      Waiting.until(
          SOON,
          () -> {
            assertThat(door.get("/v1/few-things").statusCode()).isEqualTo(405);
            return cut.isDone();
          });
      assertThat(cut).isCompleted();
    }
  }

  @Test
  void refused_requests_whose_answers_nobody_takes_are_not_gathered() throws IOException {
    int streams = 100;
    try (TriedDoor door =
            door(Map.of("under-way.client-requests-max", 1, "under-way.taking-max", "2s"));
        Socket socket = socket(door)) {
      ByteArrayOutputStream asked = new ByteArrayOutputStream();
      asked.writeBytes(untaken("/openapi.json"));
      for (int count = 1; count < streams; count++) {
        ask(asked, 1 + 2 * count, "/v1/nowhere");
      }
      socket.getOutputStream().write(asked.toByteArray());

      List<Integer> refused = resetStreams(socket.getInputStream().readAllBytes());
      assertThat(refused).hasSize(streams - 1 - REFUSED_ANSWERS_MAX).containsOnly(REFUSED_STREAM);
    }
  }

  @Test
  void a_client_with_more_untaken_answers_than_its_share_loses_its_connection() throws IOException {
    try (TriedDoor door = door(Map.of("under-way.client-bytes-max", 2_000));
        Socket socket = socket(door)) {
      socket.getOutputStream().write(untaken("/openapi.json"));

      assertThat(socket.getInputStream().readAllBytes()).isNotNull();
    }
  }

  @Test
  void a_length_that_nobody_could_send_holds_nothing() throws IOException {
    try (TriedDoor door = door(Map.of());
        Socket socket = socket(door)) {
      socket
          .getOutputStream()
          .write(
              (head("/v1/things") + "Content-Length: 9000000000000000000\r\n\r\n").getBytes(UTF_8));

      assertThat((char) socket.getInputStream().read()).isEqualTo('H');
      assertThat(door.get("/healthz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_client_that_does_not_take_an_answer_loses_its_connection() throws IOException {
    try (TriedDoor door = door(Map.of("under-way.taking-max", "200ms"));
        Socket socket = socket(door)) {
      socket.getOutputStream().write(untaken("/openapi.json"));

      assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
    }
  }

  @Test
  void a_stream_is_taken_as_long_as_it_lasts() throws IOException {
    try (TriedDoor door = door(Map.of("under-way.taking-max", "50ms"));
        Socket socket = socket(door)) {
      socket.getOutputStream().write("GET /v1/stream HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8));
      byte[] begin = socket.getInputStream().readNBytes(20);
      try (Socket other = socket(door)) {
        other.getOutputStream().write(untaken("/openapi.json"));
        assertThat(other.getInputStream().readAllBytes()).isNotEmpty();
      }
      var stopped = door.stop();

      assertThat(new String(begin, UTF_8)).startsWith("HTTP/1.1 200");
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8)).contains("data: last");
      assertThat(stopped.toCompletableFuture()).succeedsWithin(SOON);
    }
  }

  private static TriedDoor door(Map<String, ?> settings) {
    return new TriedDoor(TriedDoor.READY, DoorSettings.with(settings));
  }

  /** Of which one client may have the description of the contract, and so many bytes more. */
  private static TriedDoor untakenDoor(int more) {
    try (TriedDoor door = door(Map.of())) {
      int length = door.get("/openapi.json").body().getBytes(UTF_8).length;
      TriedDoor bounded = door(Map.of("under-way.client-bytes-max", length + more));
      // Its client reads the description itself, once, to hold answers against it.
      assertThat(bounded.get("/healthz").statusCode()).isEqualTo(200);
      return bounded;
    }
  }

  /** Why streams were reset (RFC 9113, 6.4), of the frames that a server sent. */
  private static List<Integer> resetStreams(byte[] frames) {
    List<Integer> why = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(frames);
    while (rest.remaining() >= FRAME_HEAD_BYTES) {
      int lengthAndType = rest.getInt();
      rest.position(rest.position() + FRAME_HEAD_BYTES - Integer.BYTES);
      if ((lengthAndType & 0xff) == RESET_FRAME) {
        why.add(rest.getInt(rest.position()));
      }
      rest.position(rest.position() + (lengthAndType >>> Byte.SIZE));
    }
    return why;
  }

  private static void toTheEnd(Socket socket) {
    try {
      socket.getInputStream().readAllBytes();
    } catch (IOException cut) {
      throw new UncheckedIOException(cut);
    }
  }

  private static Socket socket(TriedDoor door) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port());
    socket.setSoTimeout(ANSWER_MILLIS_MAX);
    return socket;
  }

  private static String head(String path) {
    return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
  }

  private static void assertThatItIsOverloaded(Socket socket, String... why) throws IOException {
    StringBuilder answer = new StringBuilder();
    int next = 0;
    while (next >= 0 && next != '}') {
      next = socket.getInputStream().read();
      answer.append((char) next);
    }
    assertThat(answer.toString())
        .startsWith("HTTP/1.1 503 ")
        .contains("\"overloaded\"")
        .contains(why);
  }

  /** HTTP/2 (RFC 9113) from a client that gives answers no window, so that their bodies stay. */
  private static byte[] untaken(String path) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(UTF_8));
    byte[] noWindow = {0, 4, 0, 0, 0, 0};
    frame(bytes, 4, 0, 0, noWindow);
    ask(bytes, 1, path);
    return bytes.toByteArray();
  }

  private static void ask(ByteArrayOutputStream bytes, int stream, String path) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(new byte[] {(byte) 0x82, (byte) 0x86, 1, 1, 'a', 4, (byte) path.length()});
    block.writeBytes(path.getBytes(UTF_8));
    frame(bytes, 1, 5, stream, block.toByteArray());
  }

  private static void frame(
      ByteArrayOutputStream bytes, int type, int flags, int stream, byte[] payload) {
    bytes.writeBytes(
        new byte[] {
          0, 0, (byte) payload.length, (byte) type, (byte) flags, 0, 0, 0, (byte) stream
        });
    bytes.writeBytes(payload);
  }
}
