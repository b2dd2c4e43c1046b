package amanah.deploy;

import static io.grpc.Status.Code.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.v1.CampaignServiceGrpc.CampaignServiceBlockingStub;
import amanah.v1.GetCampaignRequest;
import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.client.grpc.GrpcClients;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code amanah up} that is told to stop: it ends by itself and with 0, and leaves nothing running.
 * {@code -Damanah.stops=30} does each 30 times, and measures: each within five seconds. A single
 * stop in the midst of a build, on a machine that may be busy, is given twice as long.
 */
@Timeout(1200)
class StopIT {

  private static final int STOPS = Integer.getInteger("amanah.stops", 1);
  private static final Duration STOP_MAX = Duration.ofSeconds(STOPS > 1 ? 5 : 10);
  private static final int CALLERS_OF_A_KIND = 4;
  private static final int ANSWERS_BEFORE = 300;
  private static final long AGAIN_NANOS = 2_000_000;
  private static final int START_MILLIS_MAX = 9_000;
  private static final int CLUSTER_START_MILLIS_MAX = 14_000;

  /** When main has not been reached yet, the JVM ends by itself, and has begun nothing. */
  private static final int BOOT_MILLIS = 1_500;

  @TempDir Path folder;
  private final SplittableRandom random = new SplittableRandom(Long.getLong("amanah.seed", 1));

  /** Somebody asks as long as he is answered, in three ways. */
  private static final class Callers implements AutoCloseable {

    private final AtomicBoolean asking = new AtomicBoolean(true);
    private final CountDownLatch answers = new CountDownLatch(ANSWERS_BEFORE);
    private final ClientFactory connections = ClientFactory.builder().build();
    private final List<CompletableFuture<Void>> calling = new ArrayList<>();

    Callers(List<URI> doors) {
      for (URI door : doors) {
        String address = door.getHost() + ":" + door.getPort();
        for (int caller = 0; caller < CALLERS_OF_A_KIND; caller++) {
          http("h1c://" + address);
          http("h2c://" + address);
          grpc("gproto+http://" + address + "/");
        }
      }
    }

    private void http(String address) {
      WebClient client = WebClient.builder(address).factory(connections).build();
      go(
          () -> {
            AggregatedHttpResponse answer = client.get("/v1/campaigns/none").aggregate().join();
            return answer.status().code() == 404;
          });
    }

    private void grpc(String address) {
      CampaignServiceBlockingStub campaigns =
          GrpcClients.builder(address)
              .factory(connections)
              .build(CampaignServiceBlockingStub.class);
      go(
          () -> {
            campaigns.getCampaign(GetCampaignRequest.newBuilder().setCampaignId("none").build());
            return false;
          });
    }

    private interface Call {
      boolean answered();
    }

    private void go(Call call) {
      calling.add(
          CompletableFuture.runAsync(
              () -> {
                while (asking.get()) {
                  ask(call);
                }
              },
              Thread::startVirtualThread));
    }

    private void ask(Call call) {
      try {
        if (call.answered()) {
          answers.countDown();
        }
      } catch (StatusRuntimeException no) {
        answers.countDown();
        LockSupport.parkNanos(no.getStatus().getCode() == NOT_FOUND ? 1 : AGAIN_NANOS);
      } catch (CompletionException closed) {
        LockSupport.parkNanos(AGAIN_NANOS);
      }
    }

    @Override
    public void close() {
      asking.set(false);
      CompletableFuture.allOf(calling.toArray(CompletableFuture[]::new)).join();
      connections.close();
    }
  }

  @Test
  void a_node_ends_whoever_keeps_asking() throws IOException, InterruptedException {
    for (int stop = 0; stop < STOPS; stop++) {
      try (StoppedProcess up = StoppedProcess.up(folder.resolve("asked"), "--demo");
          Callers callers = new Callers(up.awaitReady(1))) {
        assertThat(callers.answers.await(1, TimeUnit.MINUTES)).isTrue();
        up.waitFor(Duration.ofMillis(random.nextInt(3_000)));
        check(stop % 2 == 0 ? up.terminate() : up.interrupt());
      }
    }
  }

  @Test
  void a_node_ends_while_it_starts() throws IOException, InterruptedException {
    for (int stop = 0; stop < STOPS; stop++) {
      try (StoppedProcess up = StoppedProcess.up(folder.resolve("starting-" + stop / 3))) {
        up.waitFor(Duration.ofMillis(random.nextInt(BOOT_MILLIS, START_MILLIS_MAX)));
        check(stop % 2 == 0 ? up.interrupt() : up.terminate());
      }
    }
  }

  @Test
  void a_cluster_ends_while_it_starts() throws IOException, InterruptedException {
    for (int stop = 0; stop < STOPS; stop++) {
      try (StoppedProcess up = StoppedProcess.up(folder.resolve("cluster"), "--nodes", "2")) {
        up.waitFor(Duration.ofMillis(random.nextInt(BOOT_MILLIS, CLUSTER_START_MILLIS_MAX)));
        StoppedProcess.Stop stopped = stop % 2 == 0 ? up.interrupt() : up.terminate();
        check(stopped);
        assertThat(stopped.log()).doesNotContain("started again");
      }
    }
  }

  @Test
  void a_cluster_ends_whoever_keeps_asking() throws IOException, InterruptedException {
    for (int stop = 0; stop < STOPS; stop++) {
      try (StoppedProcess up = StoppedProcess.up(folder.resolve("cluster"), "--nodes", "2");
          Callers callers = new Callers(up.awaitReady(2))) {
        assertThat(callers.answers.await(1, TimeUnit.MINUTES)).isTrue();
        check(stop % 2 == 0 ? up.interrupt() : up.terminate());
      }
    }
  }

  private static void check(StoppedProcess.Stop stop) {
    System.out.printf(
        "stopped in %d ms with %d, %d left%n",
        stop.took().toMillis(), stop.exitCode(), stop.left().size());
    assertThat(stop.exitCode()).as(stop.log()).isZero();
    assertThat(stop.left()).as(stop.log()).isEmpty();
    assertThat(stop.took()).as(stop.log()).isLessThanOrEqualTo(STOP_MAX);
  }
}
