package amanah.campaign.ingress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.testing.parity.Asking;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc.HealthStub;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthWatchesTest {

  private static final int CLIENT_WATCHES_MAX = 100;
  private static final long PATIENCE_SECONDS = 60;

  private final TwoDoors doors = new TwoDoors();

  @AfterEach
  void close() {
    doors.close();
  }

  @Test
  void one_watch_too_many_of_a_client_is_overloaded_until_another_ends() {
    List<Watch> watches = new ArrayList<>();
    for (int count = 0; count < CLIENT_WATCHES_MAX; count++) {
      watches.add(watch());
    }
    assertThat(watches).allSatisfy(watch -> assertThat(watch.next()).isEqualTo("SERVING"));

    assertThat(watch().next()).isEqualTo("overloaded");

    watches.getFirst().leave();
    assertThat(wordOfOneThatFindsAPlace()).isEqualTo("SERVING");
  }

  private String wordOfOneThatFindsAPlace() {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    String word = "overloaded";
    while (word.equals("overloaded") && System.nanoTime() < until) {
      word = watch().next();
    }
    return word;
  }

  private Watch watch() {
    Watch watch = new Watch();
    doors.client(HealthStub.class).watch(HealthCheckRequest.getDefaultInstance(), watch);
    return watch;
  }

  /** Hears one word at a time: what the node is, or why it is not told. */
  private static final class Watch
      implements ClientResponseObserver<HealthCheckRequest, HealthCheckResponse> {

    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();
    private @Nullable ClientCallStreamObserver<HealthCheckRequest> call;
    private volatile boolean left;

    String next() {
      try {
        return Objects.requireNonNull(words.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }

    void leave() {
      left = true;
      Objects.requireNonNull(call).cancel("heard enough", null);
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<HealthCheckRequest> requests) {
      call = requests;
    }

    @Override
    public void onNext(HealthCheckResponse response) {
      words.add(response.getStatus().name());
    }

    @Override
    public void onError(Throwable refused) {
      if (refused instanceof StatusRuntimeException status && !left) {
        words.add(Asking.refused(status).code());
      }
    }

    @Override
    public void onCompleted() {}
  }
}
