package amanah.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.testing.DoorSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every request, at every path. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestChecksTest {

  private static final int ANSWER_MILLIS_MAX = 60_000;

  private final TriedDoor door =
      new TriedDoor(
          TriedDoor.READY,
          DoorSettings.with(
              Map.of("drain-quiet-min", "0s", "allowed-origins", List.of("https://give.example"))));

  @AfterAll
  void close() {
    door.close();
  }

  // spotless:off
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /healthz;x=1         | -                                        | 400 | malformed",
        "GET /healthz?after=1;x=1 | -                                        | 400 | invalid_field",
        "POST /v1/things;x=1      | -                                        | 400 | malformed",
        "POST /v1/things          | Idempotency-Key: a~Idempotency-Key: b    | 400 | malformed",
        "POST /v1/things          | If-Match: \"1\"                          | 400 | malformed",
        "POST /v1/things          | Idempotency-Key: a                       | 201 | -",
        "POST /v1/things          | Origin: https://evil.example             | 403 | cross_origin",
        "POST /v1/things          | Origin: null                             | 403 | cross_origin",
        "POST /v1/things          | Origin: not%an origin                    | 403 | cross_origin",
        "POST /more               | Origin: https://evil.example             | 418 | -",
        "POST /v1/things          | Origin: http://a:80                      | 201 | -",
        "POST /v1/things          | Origin: https://give.example             | 201 | -",
        "GET /healthz             | Origin: https://evil.example             | 200 | -"
      })
  // spotless:on
  void a_request_is_taken_as_it_is_or_refused(
      String request, String headers, int status, String code) throws IOException {
    String answer = told(request, headers.equals("-") ? "" : headers.replace("~", "\r\n") + "\r\n");

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    if (!code.equals("-")) {
      assertThat(answer).contains("\"code\":\"" + code + "\"");
    }
  }

  @Test
  void pages_of_an_allowed_origin_alone_may_read() throws IOException {
    assertThat(told("GET /healthz", "Origin: https://give.example\r\n"))
        .containsIgnoringCase("access-control-allow-origin: https://give.example");
    assertThat(told("GET /healthz", "Origin: https://evil.example\r\n"))
        .doesNotContainIgnoringCase("access-control-allow-origin");
  }

  private String told(String request, String headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      socket.setSoTimeout(ANSWER_MILLIS_MAX);
      String bytes =
          request
              + " HTTP/1.1\r\nHost: a:80\r\nConnection: close\r\nContent-Type: application/json\r\n"
              + headers
              + (request.startsWith("POST") ? "Content-Length: 2\r\n\r\n{}" : "\r\n");
      socket.getOutputStream().write(bytes.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
