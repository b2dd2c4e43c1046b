package amanah.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.testing.DoorSettings;
import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.SessionProtocol;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A door that closes while its callers go on asking, on the connections that they have. */
class HttpDoorStopTest {

  private static final int CALLERS = 8;
  private static final int ANSWERS_BEFORE = 100;

  /** Far less than the door would wait for what it took. */
  private static final Duration STOP_MAX = Duration.ofSeconds(8);

  @ParameterizedTest
  @EnumSource(names = {"H1C", "H2C"})
  void it_closes_whoever_keeps_asking(SessionProtocol protocol) throws InterruptedException {
    AtomicBoolean asking = new AtomicBoolean(true);
    CountDownLatch answered = new CountDownLatch(ANSWERS_BEFORE);
    try (TriedDoor door = new TriedDoor();
        ClientFactory connections = ClientFactory.builder().build()) {
      WebClient client =
          WebClient.builder(protocol.uriText() + "://127.0.0.1:" + door.port())
              .factory(connections)
              .build();
      List<Thread> callers =
          IntStream.range(0, CALLERS)
              .mapToObj(caller -> Thread.startVirtualThread(() -> ask(client, asking, answered)))
              .toList();
      answered.await();

      assertThat(door.stop().toCompletableFuture()).succeedsWithin(STOP_MAX);

      asking.set(false);
      for (Thread caller : callers) {
        caller.join();
      }
    }
  }

  private static void ask(WebClient client, AtomicBoolean asking, CountDownLatch answered) {
    while (asking.get()) {
      try {
        client.get("/healthz").aggregate().join();
        answered.countDown();
      } catch (CompletionException closed) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void a_connection_ends_with_the_answer_to_who_asks_late() throws IOException {
    CompletableFuture<Void> opening = new CompletableFuture<>();
    try (TriedDoor door =
            new TriedDoor(TriedDoor.READY, DoorSettings.with(Map.of("drain-timeout", "60s")));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      door.routes.answerAfter(opening);
      CompletableFuture<HttpResponse<String>> taken = door.sendLater("POST", "/v1/things", "{}");
      door.routes.awaitAsked(1);
      CompletableFuture<Void> stopped = door.stop().toCompletableFuture();

      socket.getOutputStream().write("GET /readyz HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8));
      String toTheEnd = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(toTheEnd).startsWith("HTTP/1.1 503 ").containsIgnoringCase("connection: close");
      assertThat(stopped).isNotDone();
      opening.complete(null);
      assertThat(taken.join().statusCode()).isEqualTo(201);
      assertThat(stopped).succeedsWithin(STOP_MAX);
    }
  }
}
