package amanah.testing;

import io.grpc.reflection.v1.ServerReflectionGrpc.ServerReflectionStub;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What a server says of its services. */
public final class Reflected implements StreamObserver<ServerReflectionResponse> {

  private static final long PATIENCE_SECONDS = 60;

  private final List<String> seen = new ArrayList<>();
  private final CompletableFuture<List<String>> names = new CompletableFuture<>();

  private Reflected() {}

  /** The names of all services. */
  public static List<String> services(ServerReflectionStub server) {
    Reflected reflected = new Reflected();
    StreamObserver<ServerReflectionRequest> requests = server.serverReflectionInfo(reflected);
    requests.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
    requests.onCompleted();
    return reflected.names.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public void onNext(ServerReflectionResponse response) {
    response.getListServicesResponse().getServiceList().stream()
        .map(ServiceResponse::getName)
        .forEach(seen::add);
  }

  @Override
  public void onError(Throwable failure) {
    names.completeExceptionally(failure);
  }

  @Override
  public void onCompleted() {
    names.complete(seen);
  }
}
