package amanah.client;

import amanah.v1.DonateRequest;
import amanah.v1.DonateResponse;
import amanah.v1.DonationServiceGrpc.DonationServiceImplBase;
import com.linecorp.armeria.common.ClosedSessionException;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServiceRequestContext;
import com.linecorp.armeria.server.grpc.GrpcService;
import io.grpc.stub.StreamObserver;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A node on a socket that does with its calls what it was told to, one after the other. */
final class ScriptedNode implements AutoCloseable {

  private final SharedLedger ledger;
  private final Queue<Turn> turns = new ConcurrentLinkedQueue<>();
  private final List<Tried> tried = new CopyOnWriteArrayList<>();
  private final ScriptedIntake intake;
  private final Server server;
  private volatile Turn usual = this::answer;

  /** What is done with a call. */
  @FunctionalInterface
  interface Turn {
    void take(DonateRequest request, StreamObserver<DonateResponse> caller);
  }

  /** A try, as it came. */
  record Tried(String donationId, @Nullable String key, @Nullable String timeout) {}

  ScriptedNode(SharedLedger ledger) {
    this.ledger = ledger;
    this.intake = new ScriptedIntake(ledger);
    this.server =
        Server.builder()
            .http(0)
            .requestTimeoutMillis(0)
            .maxRequestLength(0)
            .service(
                GrpcService.builder()
                    .addService(new Donations())
                    .addService(intake)
                    .useClientTimeoutHeader(true)
                    .build())
            .build();
    server.start().join();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.activeLocalPort());
  }

  ScriptedIntake intake() {
    return intake;
  }

  List<Tried> tried() {
    return tried;
  }

  /** The next call gets this. */
  ScriptedNode then(Turn turn) {
    turns.add(turn);
    return this;
  }

  /** All calls beyond the script get this. */
  ScriptedNode always(Turn turn) {
    usual = turn;
    return this;
  }

  ScriptedNode thenFails(RuntimeException status) {
    return then((request, caller) -> caller.onError(status));
  }

  ScriptedNode alwaysFails(RuntimeException status) {
    return always((request, caller) -> caller.onError(status));
  }

  /** It is recorded, and the caller never hears of it. */
  ScriptedNode thenLosesTheAnswer() {
    return then(
        (request, caller) -> {
          ledger.record(request.getCampaignId(), request.getDonation());
          ServiceRequestContext.current().cancel(ClosedSessionException.get());
        });
  }

  /** It comes to nothing, and the caller never hears of it. */
  ScriptedNode thenLosesTheRequest() {
    return then((request, caller) -> ServiceRequestContext.current().cancel());
  }

  void answer(DonateRequest request, StreamObserver<DonateResponse> caller) {
    boolean replayed = ledger.record(request.getCampaignId(), request.getDonation());
    caller.onNext(
        DonateResponse.newBuilder()
            .setDonationId(request.getDonation().getDonationId())
            .setReplayed(replayed)
            .build());
    caller.onCompleted();
  }

  /** Does not wait for Netty, which takes two seconds to be sure that it is quiet. */
  @Override
  public void close() {
    var unused = server.closeAsync();
  }

  private final class Donations extends DonationServiceImplBase {

    @Override
    public void donate(DonateRequest request, StreamObserver<DonateResponse> caller) {
      var headers = ServiceRequestContext.current().request().headers();
      tried.add(
          new Tried(
              request.getDonation().getDonationId(),
              headers.get("idempotency-key"),
              headers.get("grpc-timeout")));
      Turn turn = turns.poll();
      (turn == null ? usual : turn).take(request, caller);
    }
  }
}
