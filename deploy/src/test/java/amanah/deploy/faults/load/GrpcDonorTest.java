package amanah.deploy.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.client.Timing;
import amanah.deploy.faults.books.PlannedDonations;
import amanah.v1.DonateRequest;
import amanah.v1.DonateResponse;
import amanah.v1.DonationServiceGrpc.DonationServiceImplBase;
import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.grpc.GrpcService;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A donor over gRPC says of his tries what a caller over HTTP would say. */
class GrpcDonorTest {

  private final PlannedDonations planned = new PlannedDonations(1, List.of("struck-0"));
  private final ScriptedDonations node = new ScriptedDonations();
  private final Server server =
      Server.builder().http(0).service(GrpcService.builder().addService(node).build()).build();
  private final List<Answer> tries = new CopyOnWriteArrayList<>();
  private final PassingTime time = new PassingTime();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    var unused = server.closeAsync();
    http.shutdownNow();
  }

  @Test
  void a_donation_that_is_answered_at_once_was_never_ambiguous()
      throws IOException, InterruptedException {
    Settled settled = settled(url());

    assertThat(settled.answer())
        .isInstanceOfSatisfying(
            Answer.Yes.class,
            yes -> {
              assertThat(yes.replayed()).isFalse();
              assertThat(yes.body().path("sequence").asLong()).isEqualTo(7);
              assertThat(Bodies.minor(yes.body().path("amount").path("amount").asText()))
                  .isEqualTo(planned.amountMinor(1));
            });
    assertThat(settled.tries()).isOne();
    assertThat(settled.ambiguous()).isZero();
    assertThat(settled.node()).isZero();
    assertThat(tries).isEmpty();
  }

  @Test
  void a_try_without_an_answer_is_counted_and_resolved_by_the_replay()
      throws IOException, InterruptedException {
    node.then(Status.Code.DEADLINE_EXCEEDED, "timeout")
        .then(Status.Code.UNAVAILABLE, "unavailable");
    node.replays();

    Settled settled = settled(url());

    assertThat(settled.resolved()).isTrue();
    assertThat(settled.tries()).isEqualTo(3);
    assertThat(settled.ambiguous()).isEqualTo(2);
    assertThat(tries).hasSize(2).allMatch(Answer.Ambiguous.class::isInstance);
  }

  @Test
  void a_refusal_that_had_to_be_asked_for_again_counts_from_the_first()
      throws IOException, InterruptedException {
    node.then(Status.Code.DEADLINE_EXCEEDED, "timeout");
    node.always(Status.Code.FAILED_PRECONDITION, "campaign_not_active");

    Settled settled = settled(url());

    assertThat(settled.answer()).isEqualTo(new Answer.No(409, "campaign_not_active"));
    assertThat(time.nanoTime()).isGreaterThan(Duration.ofSeconds(30).toNanos());
    assertThat(settled.endedNanos()).isLessThan(Duration.ofSeconds(1).toNanos());
  }

  @Test
  void a_refusal_that_never_became_definite_is_no_answer()
      throws IOException, InterruptedException {
    long closed = Duration.ofSeconds(45).toNanos();
    node.until(() -> time.nanoTime() < closed, Status.Code.DEADLINE_EXCEEDED, "timeout");
    node.always(Status.Code.FAILED_PRECONDITION, "campaign_not_active");

    Settled settled = settled(url());

    assertThat(settled.answer()).isInstanceOf(Answer.Ambiguous.class);
    assertThat(settled.endedNanos()).isEqualTo(time.nanoTime());
  }

  @Test
  void a_refusal_that_this_load_does_not_provoke_is_a_defect()
      throws IOException, InterruptedException {
    node.always(Status.Code.INVALID_ARGUMENT, "invalid_amount");

    assertThat(settled(url()).answer()).isInstanceOf(Answer.Unclassified.class);
  }

  @Test
  void where_nobody_listens_the_door_is_known_to_be_shut()
      throws IOException, InterruptedException {
    Settled settled = settled(nobody(), url());

    assertThat(settled.answer()).isInstanceOf(Answer.Yes.class);
    assertThat(settled.node()).isOne();
    assertThat(settled.ambiguous()).isZero();
  }

  @Test
  void his_patience_ends_with_the_last_word_he_heard() throws IOException, InterruptedException {
    node.always(Status.Code.UNAVAILABLE, "unavailable");

    Settled settled = settled(url());

    assertThat(settled.answer()).isInstanceOf(Answer.Ambiguous.class);
    assertThat(time.nanoTime()).isEqualTo(Duration.ofSeconds(60).toNanos());
  }

  private Settled settled(URI... nodes) throws InterruptedException {
    Doors doors = new Doors(List.of(nodes), http, duration -> {}, new Random(1));
    try (GrpcDonor donor = new GrpcDonor(doors, planned, 10, time, tries::add)) {
      return donor.settle(1);
    }
  }

  private URI url() {
    server.start().join();
    return URI.create("http://127.0.0.1:" + server.activeLocalPort());
  }

  private static URI nobody() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
  }

  /** Moves when somebody waits. */
  private static final class PassingTime implements Timing {

    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long nanoTime() {
      return nanos.get();
    }

    @Override
    public void after(Duration delay, Runnable task) {
      nanos.addAndGet(delay.toNanos());
      task.run();
    }
  }

  /** Answers as it was told to, and then with yes. */
  private static final class ScriptedDonations extends DonationServiceImplBase {

    private final Queue<RuntimeException> script = new ConcurrentLinkedQueue<>();
    private final Queue<RuntimeException> usual = new ConcurrentLinkedQueue<>();
    private volatile Map.Entry<BooleanSupplier, RuntimeException> first =
        Map.entry(() -> false, failure(Status.Code.INTERNAL, "internal"));
    private volatile boolean replayed;

    ScriptedDonations then(Status.Code status, String code) {
      script.add(failure(status, code));
      return this;
    }

    void always(Status.Code status, String code) {
      usual.add(failure(status, code));
    }

    /** While that holds. */
    void until(BooleanSupplier condition, Status.Code status, String code) {
      first = Map.entry(condition, failure(status, code));
    }

    void replays() {
      replayed = true;
    }

    @Override
    public void donate(DonateRequest request, StreamObserver<DonateResponse> caller) {
      RuntimeException failure =
          first.getKey().getAsBoolean()
              ? first.getValue()
              : script.isEmpty() ? usual.peek() : script.poll();
      if (failure != null) {
        caller.onError(failure);
        return;
      }
      caller.onNext(
          DonateResponse.newBuilder()
              .setDonationId(request.getDonation().getDonationId())
              .setAmount(request.getDonation().getAmount())
              .setSequence(7)
              .setReplayed(replayed)
              .build());
      caller.onCompleted();
    }

    private static RuntimeException failure(Status.Code status, String code) {
      return StatusProto.toStatusRuntimeException(
          com.google.rpc.Status.newBuilder()
              .setCode(status.value())
              .setMessage("as the script says")
              .addDetails(
                  Any.pack(ErrorInfo.newBuilder().setDomain("amanah").setReason(code).build()))
              .build());
    }
  }
}
