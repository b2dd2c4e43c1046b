package amanah.http;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.testing.LogCapture;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.linecorp.armeria.common.ClosedSessionException;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ResponseCompleteException;
import com.linecorp.armeria.common.stream.AbortedStreamException;
import com.linecorp.armeria.common.stream.CancelledSubscriptionException;
import com.linecorp.armeria.common.stream.ClosedStreamException;
import com.linecorp.armeria.server.RequestCancellationException;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

  private final LogCapture log = new LogCapture(Failures.class, Level.DEBUG);
  private final ServiceRequestContext context =
      ServiceRequestContext.of(
          HttpRequest.of(
              RequestHeaders.of(
                  HttpMethod.GET,
                  "/v1/things",
                  RequestIdentity.REQUEST_ID,
                  "asked-1",
                  RequestIdentity.TRACEPARENT,
                  "00-" + TRACE_ID + "-b7ad6b7169203331-01")));

  @AfterEach
  void stopListening() {
    log.close();
  }

  private static Stream<Throwable> departures() {
    return Stream.of(
        ClosedSessionException.get(),
        ClosedStreamException.get(),
        CancelledSubscriptionException.get(),
        AbortedStreamException.get(),
        RequestCancellationException.get(),
        ResponseCompleteException.get());
  }

  @ParameterizedTest
  @MethodSource("departures")
  void a_client_that_goes_is_no_error(Throwable departure) {
    Failures.response(new CompletionException(departure), context);

    assertThat(log.events()).singleElement().satisfies(FailuresTest::isOneQuietLine);
  }

  @Test
  void a_client_that_goes_in_the_middle_of_a_body_is_no_error() throws Exception {
    try (TriedDoor door = new TriedDoor()) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
        String half =
            "POST /v1/few-things HTTP/1.1\r\nHost: a\r\n"
                + "Content-Type: application/json\r\nContent-Length: 99\r\n\r\n[";
        socket.getOutputStream().write(half.getBytes(StandardCharsets.UTF_8));
      }

      assertThat(log.events().poll(5, TimeUnit.SECONDS)).satisfies(FailuresTest::isOneQuietLine);
      assertThat(log.events()).isEmpty();
    }
  }

  private static void isOneQuietLine(ILoggingEvent event) {
    assertThat(event.getLevel()).isEqualTo(Level.DEBUG);
    assertThat(event.getThrowableProxy()).isNull();
  }

  @Test
  void what_nobody_expected_is_logged_with_its_request() {
    Failures.response(new CompletionException(new IllegalStateException("broken")), context);

    assertThat(log.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getLevel()).isEqualTo(Level.ERROR);
              assertThat(event.getThrowableProxy().getMessage()).isEqualTo("broken");
              assertThat(event.getMDCPropertyMap())
                  .containsEntry("requestId", "asked-1")
                  .containsEntry("traceId", TRACE_ID);
            });
  }
}
