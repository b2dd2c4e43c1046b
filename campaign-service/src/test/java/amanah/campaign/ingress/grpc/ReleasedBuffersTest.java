package amanah.campaign.ingress.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.testing.LeakWatch;
import amanah.testing.LiveObjects;
import amanah.testing.Waiting;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.RequestHeaders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No request, however hostile, leaves a pooled buffer behind: whoever sends many has the memory.
 */
class ReleasedBuffersTest {

  private static final int TIMES = 30;
  private static final int ANSWER_MILLIS_MAX = 60_000;

  /** Armeria keeps what it knows of a connection that has ended for a second or so. */
  private static final Duration ENDED_MAX = Duration.ofSeconds(60);

  /** One that was accepted or opened, whatever the transport. */
  private static final Pattern CONNECTION =
      Pattern.compile("io\\.netty\\.channel\\.\\w+(\\.\\w+)*\\.(Nio|Epoll|IoUring)SocketChannel");

  private static final String GET = "GET /healthz HTTP/1.1\nHost: a\n";
  private static final String POST =
      """
      POST /v1/campaigns HTTP/1.1
      Host: a
      Content-Type: application/json
      Content-Length: 5

      abcde""";
  private static final String STREAM =
      """
      GET /v1/campaigns/well/events HTTP/1.1
      Host: a
      Accept: text/event-stream

      """;

  private final LeakWatch watch = new LeakWatch();
  private final TwoDoors doors = TwoDoors.with(IntakeLimits.USUAL, "well");

  @AfterEach
  void close() {
    doors.close();
    watch.close();
  }

  @ParameterizedTest
  @CsvSource({
    "CampaignService/GetCampaign, 010000000401020304",
    "CampaignService/GetCampaign, 01000000021f8b",
    "CampaignService/GetCampaign, 010000000401020304ffff",
    "IntakeService/Donate, 010000000401020304",
    "IntakeService/Donate, 00000000060a04"
  })
  void of_a_message_that_cannot_be_read(String call, String hex) {
    RequestHeaders headers =
        RequestHeaders.builder(HttpMethod.POST, "/amanah.v1." + call)
            .contentType(MediaType.parse("application/grpc"))
            .set("grpc-encoding", "gzip")
            .build();
    for (int i = 0; i < TIMES; i++) {
      AggregatedHttpResponse answer =
          doors
              .http()
              .execute(HttpRequest.of(headers, HttpData.wrap(HexFormat.of().parseHex(hex))))
              .aggregate()
              .join();
      assertThat(answer.status().code()).isEqualTo(200);
    }

    assertThat(watch.leaks()).isEmpty();
  }

  @Test
  void of_one_behind_the_last_of_its_connection() throws IOException {
    long before = LiveObjects.count(CONNECTION);
    for (int i = 0; i < TIMES; i++) {
      tell(GET + "Connection: close\n\n" + POST);
    }

    assertThatNothingIsLeft(before);
  }

  @Test
  void of_those_behind_a_stream_whose_reader_goes() throws IOException {
    long before = LiveObjects.count(CONNECTION);
    for (int i = 0; i < TIMES; i++) {
      tell(STREAM + GET + "\n" + POST + GET + "Host: b\n\n");
    }

    assertThatNothingIsLeft(before);
  }

  /** What a connection forgets is found when nobody knows the connection any more. */
  private void assertThatNothingIsLeft(long connectionsBefore) {
    Waiting.until(ENDED_MAX, () -> LiveObjects.count(CONNECTION) <= connectionsBefore);
    assertThat(watch.leaks()).isEmpty();
  }

  /** Sends that, hears the first of what is said to it, and goes. */
  private void tell(String bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), doors.uri().getPort())) {
      socket.setSoTimeout(ANSWER_MILLIS_MAX);
      socket.getOutputStream().write(bytes.replace("\n", "\r\n").getBytes(UTF_8));
      assertThat(socket.getInputStream().read()).isNotNegative();
    }
  }
}
