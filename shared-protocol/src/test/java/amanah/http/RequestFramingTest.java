package amanah.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.testing.DoorSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows a request whose end nobody can know is never taken for the next one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestFramingTest {

  private static final int ANSWER_MILLIS_MAX = 60_000;
  private static final String HIDDEN = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";

  private final TriedDoor door = new TriedDoor();

  @AfterAll
  void close() {
    door.close();
  }

  // spotless:off
  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /v1/things HTTP/1.1\nHost: a\nTransfer-Encoding: xchunked\n\n",
        "POST /v1/things HTTP/1.1\nHost: a\nTransfer-Encoding: identity\n\n",
        "POST /v1/things HTTP/1.1\nHost: a\nTransfer-Encoding: gzip\n\n",
        "POST /v1/things HTTP/1.1\nHost: a\nTransfer-Encoding: gzip, chunked\n\n",
        "POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\nTransfer-Encoding: chunked\n\n",
        "POST /v1/things HTTP/1.0\nHost: a\nTransfer-Encoding: chunked\n\n",
        "POST /v1/things HTTP/1.1\nHost: a\nContent-Length: -5\n\n",
        "POST / HTTP/1.1\nHost: a\nContent-Length: 5\nTransfer-Encoding: chunked\n\n0\n\n",
        "POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\nContent-Length: 5\n\n0\n\n",
        "POST / HTTP/1.1\nHost: a\nContent-Length: 0\nTransfer-Encoding: chunked\n\n0\n\n",
        "POST / HTTP/1.1\nHost: a\nContent-Length: 5\nContent-Length: 6\n\nabcde",
        "GET /healthz HTTP/1.1\nAccept: */*\n\n",
        "GET /healthz HTTP/1.1\nHost: a\nHost: b\n\n",
        "GET /healthz HTTP/3.0\nHost: a\n\n",
        "GET /healthz HTTP/1.2\nHost: a\n\n"
      })
  // spotless:on
  void it_is_answered_once_and_the_connection_is_closed(String head) throws IOException {
    String all = told(HIDDEN + head.replace("\n", "\r\n") + HIDDEN);

    assertThat(all.split("HTTP/1.1 ", -1)).as(all).hasSize(3);
    assertThat(all).startsWith("HTTP/1.1 200 ").contains("HTTP/1.1 400 ", "\"code\":\"malformed\"");
  }

  @Test
  void what_is_proper_goes_on_with_the_connection() throws IOException {
    String chunked =
        """
        POST /v1/things HTTP/1.1
        Host: a
        Content-Type: application/json
        Transfer-Encoding: Chunked

        2
        {}
        0

        """
            .replace("\n", "\r\n");
    String old = "GET /healthz HTTP/1.0\r\n\r\n";

    String all = told(HIDDEN + chunked + HIDDEN + old);

    assertThat(all.split("HTTP/1\\.[01] 20[01] ", -1)).as(all).hasSize(5);
  }

  @Test
  void a_body_that_never_comes_is_the_requests_own_timeout() throws IOException {
    HttpSettings brief =
        DoorSettings.with(Map.of("request-timeout", "300ms", "drain-quiet-min", "0s"));
    try (TriedDoor impatient = new TriedDoor(TriedDoor.READY, brief);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), impatient.port())) {
      socket.setSoTimeout(ANSWER_MILLIS_MAX);
      String head =
          "POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
              + "Content-Length: 99\r\n\r\n{";
      socket.getOutputStream().write(head.getBytes(UTF_8));

      assertThat(new String(socket.getInputStream().readNBytes(260), UTF_8))
          .startsWith("HTTP/1.1 408 ")
          .contains(":request_timeout\"");
    }
  }

  @ParameterizedTest
  @CsvSource({"BREW /v1/things,405", "DELETE /v1/things,405", "POST /healthz,405"})
  void a_method_that_is_not_served_is_told_those_that_are(String request, int status)
      throws IOException {
    String all = told(request + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertThat(all).startsWith("HTTP/1.1 " + status).containsIgnoringCase("\r\nallow: ");
  }

  /** Everything until the connection is closed from the other side. */
  private String told(String bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      socket.setSoTimeout(ANSWER_MILLIS_MAX);
      socket.getOutputStream().write(bytes.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
