package amanah.client;

import amanah.v1.IntakeRequest;
import amanah.v1.IntakeResponse;
import com.linecorp.armeria.client.ClientRequestContext;
import com.linecorp.armeria.client.ClientRequestContextCaptor;
import com.linecorp.armeria.client.Clients;
import com.linecorp.armeria.common.util.TimeoutMode;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One call of {@code IntakeService.Donate}; all that it hears, it tells on its stream's loop. */
final class IntakeCall implements ClientResponseObserver<IntakeRequest, IntakeResponse> {

  private final URI node;
  private final Events events;
  private @Nullable ClientCallStreamObserver<IntakeRequest> requests;
  private @Nullable ClientRequestContext context;

  /** What a call tells its stream. */
  interface Events {

    /** The transport took what it was given, and wants more. */
    void ready(IntakeCall call);

    /** Receipts came. */
    void received(IntakeCall call, IntakeResponse receipts);

    /** Nothing more comes; {@code failure} is null after a good end. */
    void ended(IntakeCall call, @Nullable Throwable failure);
  }

  private IntakeCall(URI node, Events events) {
    this.node = node;
    this.events = events;
  }

  /** Begins a call; it connects by itself. */
  static IntakeCall to(Nodes.Node node, Executor loop, Events events) {
    IntakeCall call = new IntakeCall(node.uri(), events);
    try (ClientRequestContextCaptor captor = Clients.newContextCaptor()) {
      var unused = node.stub().withExecutor(loop).donate(call);
      call.context = captor.getOrNull();
    }
    return call;
  }

  URI node() {
    return node;
  }

  boolean isReady() {
    return requests().isReady();
  }

  void send(IntakeRequest message) {
    requests().onNext(message);
  }

  /** Nothing more is sent; what is left of the receipts comes, and then the end. */
  void halfClose() {
    requests().onCompleted();
  }

  void cancel(String reason) {
    requests().cancel(reason, null);
  }

  /** From now on something must come within that time, or the call ends. */
  void expectWithin(Duration silenceMax) {
    if (context != null) {
      context.setResponseTimeout(TimeoutMode.SET_FROM_NOW, silenceMax);
    }
  }

  /** Nothing is due. */
  void expectNothing() {
    if (context != null) {
      context.clearResponseTimeout();
    }
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<IntakeRequest> stream) {
    requests = stream;
    stream.setOnReadyHandler(() -> events.ready(this));
  }

  @Override
  public void onNext(IntakeResponse receipts) {
    events.received(this, receipts);
  }

  @Override
  public void onError(Throwable failure) {
    events.ended(this, failure);
  }

  @Override
  public void onCompleted() {
    events.ended(this, null);
  }

  private ClientCallStreamObserver<IntakeRequest> requests() {
    return Objects.requireNonNull(requests);
  }
}
