package amanah.deploy.load.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.deploy.load.loop.DonationBooks;
import amanah.deploy.load.loop.LoadFailure;
import amanah.deploy.load.loop.LoadFigures;
import amanah.deploy.load.loop.LoadReadings;
import amanah.deploy.load.loop.LoadWindow;
import amanah.deploy.load.loop.NumberedDonations;
import amanah.deploy.load.loop.Outcome;
import amanah.deploy.load.loop.Pace;
import amanah.deploy.load.loop.Readings;
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
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
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
  private static final int RATE_PER_SECOND = 500;
  private static final int RATE_REQUESTS = 50;

  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong micros = new AtomicLong();
  private final AtomicBoolean silent = new AtomicBoolean();
  private final Queue<CompletableFuture<Boolean>> unanswered = new ConcurrentLinkedQueue<>();
  private final NumberedDonations donations = new NumberedDonations("b", CAMPAIGNS, 0);
  private final Server server = server();
  private DonationBooks books = new DonationBooks(2);

  @BeforeAll
  void start() {
    server.start().join();
  }

  @BeforeEach
  void clear() {
    bodies.clear();
    silent.set(false);
    requests.set(0);
    books = new DonationBooks(2);
  }

  @AfterAll
  void stop() {
    server.stop().join();
  }

  @Test
  void every_acknowledged_donation_reached_the_server_once() throws InterruptedException {
    LoadFigures figures = figures(10);
    assertThat(figures.operations()).isPositive();
    assertThat(figures.refused()).containsOnlyKeys("http 503", "replayed", "http 500");
    assertThat(requests.get()).isEqualTo(bodies.size());
    assertThat(books.batchMax()).isPositive();
  }

  @Test
  void a_request_says_the_same_as_the_donation_in_this_process() throws InterruptedException {
    LoadFigures figures = figures(3);
    assertThat(figures.operations()).isPositive();
    for (long number : List.of(0L, 1L, 2L)) {
      String path = "/v1/campaigns/" + CAMPAIGNS.get(donations.campaign(number)) + "/donations ";
      assertThat(bodies)
          .containsEntry(
              path + donations.donationId(number),
              """
              {"donationId":"%s","amount":{"amount":"%s","currency":"IDR"},\
              "donor":{"id":"%s"},"payment":{"method":"captured","reference":"bench"}}\
              """
                  .formatted(
                      donations.donationId(number),
                      donations.donation(number).amount().amount(),
                      NumberedDonations.donorId(NumberedDonations.donor(number))));
    }
  }

  @Test
  void a_server_that_goes_away_ends_the_load_loudly() throws InterruptedException {
    Server leaving = server();
    leaving.start().join();
    HttpLoad endless = new HttpLoad(List.of(uri(leaving)), 1, () -> 0);
    Readings readings =
        new LoadReadings(LoadWindow.after(0, Duration.ZERO, Duration.ofSeconds(30)));
    Thread stopping =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (requests.get() == 0) {
                    Thread.onSpinWait();
                  }
                  leaving.stop().join();
                });
    assertThatThrownBy(() -> endless.run(donations, books, new Pace.Closed(1), readings))
        .isInstanceOf(LoadFailure.class)
        .hasMessageContaining("the HTTP load broke");
    stopping.join();
  }

  @Test
  void at_a_rate_no_request_begins_before_it_is_due() throws InterruptedException {
    long beganNanos = System.nanoTime();
    Counting readings = new Counting(counting -> counting.began.get() >= RATE_REQUESTS);

    new HttpLoad(List.of(uri(server)), 2, System::nanoTime)
        .run(donations, books, new Pace.Even(RATE_PER_SECOND, 1_000), readings);

    long least = TimeUnit.SECONDS.toNanos(RATE_REQUESTS - 1) / RATE_PER_SECOND;
    assertThat(System.nanoTime() - beganNanos).isGreaterThanOrEqualTo(least);
    assertThat(readings.shed.get()).isZero();
    assertThat(readings.ended.get()).isEqualTo(readings.began.get());
    assertThat(requests.get()).isEqualTo(readings.began.get()).isEqualTo(bodies.size());
  }

  @Test
  void when_too_many_are_open_those_that_are_due_are_let_go() throws InterruptedException {
    silent.set(true);
    Counting readings =
        new Counting(
            counting -> {
              boolean all = unanswered.size() == 3 || !silent.get();
              boolean enough = all && counting.shed.get() >= RATE_REQUESTS;
              if (enough) {
                answerAll();
              }
              return enough;
            });

    new HttpLoad(List.of(uri(server)), 1, System::nanoTime)
        .run(donations, books, new Pace.Even(RATE_PER_SECOND, 3), readings);

    assertThat(readings.began.get()).isEqualTo(3);
    assertThat(readings.ended.get()).isEqualTo(3);
  }

  @Test
  void the_code_of_a_problem_is_its_reason() {
    assertThat(code("{\"status\":503,\"code\":\"overloaded\",\"detail\":\"-\"}"))
        .isEqualTo("overloaded");
    assertThat(code("{\"status\":503}")).isEmpty();
  }

  @Test
  void a_sequence_is_read_from_the_end_of_a_body_and_nowhere_else() {
    assertThat(sequence("{\"sequence\":1234}")).isEqualTo(1_234);
    assertThat(sequence("{\"sequence\":1234,\"status\":\"captured\"}")).isEqualTo(-1);
    assertThat(sequence("overloaded")).isEqualTo(-1);
  }

  /** Counts, and ends the window when it has seen enough. */
  private static final class Counting implements Readings {

    private final AtomicLong began = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final AtomicLong shed = new AtomicLong();
    private final Predicate<Counting> enough;
    private final long now = System.nanoTime();

    Counting(Predicate<Counting> enough) {
      this.enough = enough;
    }

    @Override
    public LoadWindow window() {
      long ends = enough.test(this) ? now : now + Duration.ofHours(1).toNanos();
      return new LoadWindow(now, now, ends);
    }

    @Override
    public void began() {
      began.incrementAndGet();
    }

    @Override
    public void ended(long dueNanos, long endedNanos, Outcome outcome) {
      (outcome.equals(Outcome.SHED) ? shed : ended).incrementAndGet();
    }
  }

  private static String code(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
    return ConnectionLoop.code(bytes, 0, bytes.length);
  }

  private static long sequence(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
    return ConnectionLoop.sequence(bytes, 0, bytes.length);
  }

  private LoadFigures figures(int callers) throws InterruptedException {
    LongSupplier nanoTime = () -> micros.getAndIncrement() * 1_000;
    LoadReadings readings =
        new LoadReadings(LoadWindow.after(nanoTime.getAsLong(), Duration.ZERO, WINDOW));
    new HttpLoad(List.of(uri(server)), 2, nanoTime)
        .run(donations, books, new Pace.Closed(callers), readings);
    return readings.figures();
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
            (context, request) ->
                HttpResponse.of(request.aggregate().thenCompose(this::answerOrNot)))
        .build();
  }

  /** As {@link #answer}, unless the server is silent: then when it is told to. */
  private CompletableFuture<HttpResponse> answerOrNot(AggregatedHttpRequest request) {
    HttpResponse answer = answer(request);
    if (!silent.get()) {
      return CompletableFuture.completedFuture(answer);
    }
    CompletableFuture<Boolean> later = new CompletableFuture<>();
    unanswered.add(later);
    return later.thenApply(told -> answer);
  }

  private void answerAll() {
    silent.set(false);
    for (CompletableFuture<Boolean> one = unanswered.poll(); one != null; one = unanswered.poll()) {
      one.complete(true);
    }
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
