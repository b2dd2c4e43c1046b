package amanah.deploy.bench.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignSummary;
import amanah.deploy.bench.load.CampaignSet;
import amanah.deploy.bench.load.MemoryCampaigns;
import amanah.deploy.load.loop.DonationBooks;
import amanah.deploy.load.loop.LoadFailure;
import amanah.deploy.load.loop.NumberedDonations;
import amanah.id.CampaignId;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpResponseWriter;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.metric.NoopMeterRegistry;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ListeningTest {

  private static final int LISTENERS = 5;
  private static final Duration WINDOW = Duration.ofMillis(200);

  private final MemoryCampaigns campaigns = new MemoryCampaigns(Runnable::run);
  private final DonationBooks books = new DonationBooks(1);
  private final AtomicInteger streams = new AtomicInteger();
  private final Server server =
      Server.builder()
          .http(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
          .meterRegistry(NoopMeterRegistry.get())
          .gracefulShutdownTimeoutMillis(0, 0)
          .service("/v1/campaigns/{id}/events", (context, request) -> events(context))
          .build();
  private volatile int deaf;

  @BeforeEach
  void start() {
    server.start().join();
  }

  @AfterEach
  void stop() {
    var unused = server.stop();
  }

  @Test
  void what_all_have_heard_is_counted_when_it_is_the_same() throws InterruptedException {
    Listening.Reached reached = listen();

    assertThat(reached.events()).isGreaterThan(10);
    assertThat(reached.heardPerSecond()).isPositive();
    assertThat(reached.donations().operations()).isPositive();
    assertThat(reached.donations().refused()).containsOnlyKeys("overloaded");
  }

  @Test
  void a_listener_who_misses_one_event_makes_the_measurement_void() {
    deaf = 3;

    assertThatThrownBy(this::listen)
        .isInstanceOf(LoadFailure.class)
        .hasMessageContaining("not everybody heard the same");
  }

  private Listening.Reached listen() throws InterruptedException {
    NumberedDonations stream =
        new NumberedDonations("b", CampaignSet.open(campaigns, "heard-", 1).ids(), 0);
    URI uri = URI.create("http://127.0.0.1:" + server.activeLocalPort());
    return new Listening(uri, LISTENERS, 2_000, System::nanoTime)
        .run(campaigns, stream, books, Duration.ZERO, WINDOW);
  }

  /** Tells of an event for each ten donations; the deaf one is not told of the third. */
  private HttpResponse events(ServiceRequestContext context) {
    CampaignId id = CampaignId.of(String.valueOf(context.pathParam("id")));
    boolean forgetful = streams.incrementAndGet() == deaf;
    AtomicLong told = new AtomicLong();
    HttpResponseWriter stream = HttpResponse.streaming();
    stream.write(
        ResponseHeaders.of(HttpStatus.OK, "content-type", MediaType.EVENT_STREAM.toString()));
    stream.write(HttpData.ofUtf8("retry: 1000\n\n"));
    var unused =
        context
            .eventLoop()
            .scheduleAtFixedRate(
                () -> {
                  for (long next = told.get() + 1; next <= sequence(id); next++) {
                    told.set(next);
                    if (!forgetful || next != 3) {
                      stream.write(event(next));
                    }
                  }
                  stream.write(HttpData.ofUtf8(": " + streams + "\n\n"));
                },
                1,
                1,
                TimeUnit.MILLISECONDS);
    return stream;
  }

  private static HttpData event(long number) {
    return HttpData.ofUtf8("id: " + number + "\nevent: e\ndata: {}\n\n");
  }

  private long sequence(CampaignId id) {
    return switch (campaigns.get(id).toCompletableFuture().join()) {
      case Reply.Done<CampaignSummary> done -> done.value().sequence();
      case Reply.Refused<CampaignSummary> no -> throw new IllegalStateException(no.toString());
    };
  }
}
