package amanah.campaign.ingress.grpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.http.Failures;
import amanah.testing.LogCapture;
import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stream of messages that ends in bytes that are no HTTP is not logged as a failure here. */
class EndedCallsTest {

  private static final int ANSWER_MILLIS_MAX = 60_000;

  private final LogCapture errors = new LogCapture(Failures.class, Level.ERROR);
  private final TwoDoors doors = TwoDoors.with(IntakeLimits.USUAL, "well");

  @AfterEach
  void close() {
    errors.close();
    doors.close();
  }

  @Test
  void a_chunk_without_a_size_is_the_callers_mistake() throws IOException {
    String call =
        """
        POST /amanah.v1.IntakeService/Donate HTTP/1.1
        Host: a
        Content-Type: application/grpc
        Transfer-Encoding: chunked

        3
        \0\0\0
        zz
        abc"""
            .replace("\n", "\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), doors.uri().getPort())) {
      socket.setSoTimeout(ANSWER_MILLIS_MAX);
      socket.getOutputStream().write(call.getBytes(ISO_8859_1));
      socket.getInputStream().readAllBytes();
    }

    assertThat(errors.events()).isEmpty();
  }
}
