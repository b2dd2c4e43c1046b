package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.client.Time;
import amanah.deploy.fuzz.Flood;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whoever sends a node bodies that do not end, or takes no answers, gets no more of its memory than
 * a client's share, and the others are served meanwhile. Only Linux has other addresses of loopback
 * to come from.
 */
@EnabledOnOs(OS.LINUX)
class FloodIT {

  private static final long MEGA = 1_000_000;
  private static final long GROWTH_MAX = 150 * MEGA;

  @TempDir static Path directory;

  private static NodeProcess node;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    node = NodeProcess.start(directory.resolve("data"), 0);
    openWell();
    assertThatOthersAreServed();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  // spotless:off
  @ParameterizedTest
  @CsvSource({
    "HTTP1_BODIES, 12, 105",
    "HTTP2_BODIES, 12, 105",
    "HTTP2_UNTOLD, 12, 105",
    "GRPC_BODIES, 12, 105",
    "BATCHES, 16, 128",
    "GRPC_BATCHES, 16, 128",
    "WATCHES, 16, 128",
    "INTAKES, 12, 50",
    "UNREAD_ANSWERS, 12, 12",
    "UNREAD_EVENTS, 12, 12"
  })
  // spotless:on
  void a_flood_gets_its_share_of_memory_and_no_more(Flood.Kind kind, int connections, long megas)
      throws IOException, InterruptedException {
    long before = node.residentBytes();
    try (Flood flood =
        new Flood(node.uri(), InetAddress.getByName("127.0.0.2"), kind, megas * MEGA)) {
      flood.rise(connections);

      assertThat(node.residentBytes() - before).as(flood.told()).isLessThan(GROWTH_MAX);
      assertThatOthersAreServed();
      assertThat(node.residentBytes() - before).as(flood.told()).isLessThan(GROWTH_MAX);
    }
  }

  private static void openWell() throws IOException, InterruptedException {
    String well =
        """
        {"campaignId": "well", "title": "Well", "goal": {"amount": "5000", "currency": "EUR"}}
        """;
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest opening =
          HttpRequest.newBuilder(node.uri().resolve("/v1/campaigns"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(well))
              .build();
      assertThat(http.send(opening, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(201);
    }
  }

  private static void assertThatOthersAreServed() {
    Shell load =
        Shell.run(
            Time.until(new CountDownLatch(1)),
            "load",
            "--rate=100",
            "--campaigns=3",
            "--warmup=0",
            "--seconds=2",
            "--url=" + node.uri());
    assertThat(load.exitCode()).as(load.out() + load.err()).isZero();
  }
}
