package amanah.grpc;

import amanah.http.Readiness;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc.HealthImplBase;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.netty.util.concurrent.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The standard health service: a node that wants requests serves, for itself and for each of its
 * services; it is what {@code /readyz} says.
 */
final class HealthCalls extends HealthImplBase {

  private static final int PULSE_SECONDS = 1;

  private final Readiness readiness;
  private final Set<String> services;

  HealthCalls(Readiness readiness, List<String> services) {
    this.readiness = readiness;
    this.services = new HashSet<>(services);
    this.services.add("");
  }

  @Override
  public void check(HealthCheckRequest request, StreamObserver<HealthCheckResponse> caller) {
    if (!services.contains(request.getService())) {
      // The protocol's own answer, which is no refusal of ours.
      caller.onError(Status.NOT_FOUND.withDescription("unknown service").asRuntimeException());
      return;
    }
    GrpcCall call = GrpcCall.current();
    call.answer(caller, () -> status(call).thenApply(HealthCalls::message));
  }

  @Override
  public void watch(HealthCheckRequest request, StreamObserver<HealthCheckResponse> caller) {
    GrpcCall call = GrpcCall.current();
    ServiceRequestContext context = call.context();
    Watch watch =
        new Watch((ServerCallStreamObserver<HealthCheckResponse>) caller, request.getService());
    Future<?> pulse =
        context.eventLoop().scheduleAtFixedRate(watch::look, 0, PULSE_SECONDS, TimeUnit.SECONDS);
    call.whenClosing(() -> context.eventLoop().execute(watch::end));
    var unused = context.log().whenComplete().thenRun(() -> pulse.cancel(false));
  }

  private CompletionStage<ServingStatus> status(GrpcCall call) {
    return readiness
        .state()
        .handle(
            (state, failure) ->
                failure == null && state.ready() && !call.closing()
                    ? ServingStatus.SERVING
                    : ServingStatus.NOT_SERVING);
  }

  private static HealthCheckResponse message(ServingStatus status) {
    return HealthCheckResponse.newBuilder().setStatus(status).build();
  }

  /** One caller who is told when it changes; lives on the event loop of his call. */
  private final class Watch {

    private final ServerCallStreamObserver<HealthCheckResponse> caller;
    private final GrpcCall call = GrpcCall.current();
    private final boolean known;
    private @Nullable ServingStatus told;
    private boolean ended;

    Watch(ServerCallStreamObserver<HealthCheckResponse> caller, String service) {
      this.caller = caller;
      this.known = services.contains(service);
      caller.setOnCancelHandler(() -> ended = true);
    }

    void look() {
      if (known) {
        var unused = status(call).thenAcceptAsync(this::tell, call.context().eventLoop());
      } else {
        tell(ServingStatus.SERVICE_UNKNOWN);
      }
    }

    void tell(ServingStatus status) {
      if (!ended && status != told && caller.isReady()) {
        told = status;
        caller.onNext(message(status));
      }
    }

    void end() {
      if (!ended) {
        tell(known ? ServingStatus.NOT_SERVING : ServingStatus.SERVICE_UNKNOWN);
        ended = true;
        caller.onCompleted();
      }
    }
  }
}
