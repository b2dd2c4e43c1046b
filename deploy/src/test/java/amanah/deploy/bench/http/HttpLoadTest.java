package amanah.deploy.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.deploy.bench.load.DonationBooks;
import amanah.deploy.bench.load.DonationStream;
import amanah.deploy.bench.load.LoadFailure;
import amanah.deploy.bench.load.LoadFigures;
import amanah.id.CampaignId;
import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.metric.NoopMeterRegistry;
import com.linecorp.armeria.server.Server;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HttpLoadTest {

  private static final List<CampaignId> CAMPAIGNS =
      List.of(CampaignId.of("one"), CampaignId.of("another"));
  private static final Duration WINDOW = Duration.ofMillis(3);

  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong micros = new AtomicLong();
  private final DonationStream stream = new DonationStream("b", CAMPAIGNS);
  private final Server server = server();
  private DonationBooks books = new DonationBooks(2);

  @BeforeAll
  void start() {
    server.start().join();
  }

  @BeforeEach
  void clear() {
    bodies.clear();
    requests.set(0);
    books = new DonationBooks(2);
  }

  @AfterAll
  void stop() {
    server.stop().join();
  }

  @Test
  void every_acknowledged_donation_reached_the_server_once() throws InterruptedException {
    LoadFigures figures = load().run(stream, books, 10, Duration.ZERO, WINDOW);
    assertThat(figures.operations()).isPositive();
    assertThat(figures.refused()).containsOnlyKeys("http 503", "replayed", "http 500");
    assertThat(requests.get()).isEqualTo(bodies.size());
    assertThat(books.batchMax()).isPositive();
  }

  @Test
  void a_request_says_the_same_as_the_donation_in_this_process() throws InterruptedException {
    LoadFigures figures = load().run(stream, books, 3, Duration.ZERO, WINDOW);
    assertThat(figures.operations()).isPositive();
    for (long number : List.of(0L, 1L, 2L)) {
      String path = "/v1/campaigns/" + CAMPAIGNS.get(stream.campaign(number)) + "/donations ";
      assertThat(bodies)
          .containsEntry(
              path + stream.donationId(number),
              """
              {"donationId":"%s","amount":{"amount":"%s","currency":"IDR"},\
              "donor":{"id":"%s"},"payment":{"method":"captured","reference":"bench"}}\
              """
                  .formatted(
                      stream.donationId(number),
                      stream.donation(number).amount().amount(),
                      DonationStream.donorId(DonationStream.donor(number))));
    }
  }

  @Test
  void a_server_that_goes_away_ends_the_load_loudly() throws InterruptedException {
    Server leaving = server();
    leaving.start().join();
    HttpLoad endless = new HttpLoad(uri(leaving), 1, () -> 0);
    Thread stopping =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (requests.get() == 0) {
                    Thread.onSpinWait();
                  }
                  leaving.stop().join();
                });
    assertThatThrownBy(() -> endless.run(stream, books, 1, Duration.ZERO, Duration.ofSeconds(30)))
        .isInstanceOf(LoadFailure.class)
        .hasMessageContaining("the HTTP load broke");
    stopping.join();
  }

  @Test
  void a_sequence_is_read_from_the_end_of_a_body_and_nowhere_else() {
    assertThat(sequence("{\"sequence\":1234}")).isEqualTo(1_234);
    assertThat(sequence("{\"sequence\":1234,\"status\":\"captured\"}")).isEqualTo(-1);
    assertThat(sequence("overloaded")).isEqualTo(-1);
  }

  private static long sequence(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
    return ConnectionLoop.sequence(bytes, 0, bytes.length);
  }

  private HttpLoad load() {
    return new HttpLoad(uri(server), 2, () -> micros.getAndIncrement() * 1_000);
  }

  private static URI uri(Server server) {
    return URI.create("http://127.0.0.1:" + server.activeLocalPort());
  }

  private Server server() {
    return Server.builder()
        .http(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .meterRegistry(NoopMeterRegistry.get())
        .service(
            "/v1/campaigns/{id}/donations",
            (context, request) -> HttpResponse.of(request.aggregate().thenApply(this::answer)))
        .build();
  }

  /** Mostly yes; every seventh is refused, every eighth replayed, every ninth fails. */
  private HttpResponse answer(AggregatedHttpRequest request) {
    String body = request.contentUtf8();
    long number = requests.incrementAndGet();
    bodies.put(request.path() + " " + body.substring(15, 29), body);
    HttpStatus status = status(number);
    ResponseHeaders headers =
        ResponseHeaders.of(
            status,
            HttpHeaderNames.CONTENT_TYPE,
            MediaType.JSON,
            HttpHeaderNames.of("x-request-id"),
            "request-" + number);
    return HttpResponse.of(headers, HttpData.ofUtf8("{\"sequence\":" + number / 3 + "}"));
  }

  private static HttpStatus status(long number) {
    if (number % 9 == 0) {
      return HttpStatus.INTERNAL_SERVER_ERROR;
    } else if (number % 8 == 0) {
      return HttpStatus.OK;
    }
    return number % 7 == 0 ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.CREATED;
  }
}
