package amanah.client;

import amanah.v1.IntakeRequest;
import amanah.v1.IntakeResponse;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code IntakeService.Donate}; all that it hears, it tells on its stream's loop.
 *
 * <p>It hears on its connection's loop and asks for all that comes, which is bounded by what the
 * stream has open. Refused: the stub's own executor, and messages asked for one by one. With them
 * the end that a node gives waits for its turn, and meanwhile a message that is sent to the call
 * that has ended turns that end into {@code CANCELLED}, without the node's reason.
 */
final class IntakeCall implements ClientResponseObserver<IntakeRequest, IntakeResponse> {

  private final URI node;
  private final ScheduledExecutorService loop;
  private final Events events;
  private @Nullable ClientCallStreamObserver<IntakeRequest> requests;
  private @Nullable ScheduledFuture<?> silence;

  /** What a call tells its stream. */
  interface Events {

    /** The transport took what it was given, and wants more. */
    void ready(IntakeCall call);

    /** Receipts came. */
    void received(IntakeCall call, IntakeResponse receipts);

    /** Nothing more comes; {@code failure} is null after a good end. */
    void ended(IntakeCall call, @Nullable Throwable failure);
  }

  private IntakeCall(URI node, ScheduledExecutorService loop, Events events) {
    this.node = node;
    this.loop = loop;
    this.events = events;
  }

  /** Begins a call; it connects by itself. */
  static IntakeCall to(Nodes.Node node, ScheduledExecutorService loop, Events events) {
    IntakeCall call = new IntakeCall(node.uri(), loop, events);
    var unused = node.stub().donate(call);
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
    expectNothing();
    requests().cancel(reason, null);
  }

  /** From now on something must come within that time, or the call has ended. */
  void expectWithin(Duration silenceMax) {
    expectNothing();
    silence = loop.schedule(this::silent, silenceMax.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Nothing is due. */
  void expectNothing() {
    if (silence != null) {
      silence.cancel(false);
    }
  }

  private void silent() {
    cancel("silent for too long");
    events.ended(this, Status.DEADLINE_EXCEEDED.asRuntimeException());
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<IntakeRequest> stream) {
    requests = stream;
    stream.disableAutoRequestWithInitial(Integer.MAX_VALUE);
    stream.setOnReadyHandler(() -> loop.execute(() -> events.ready(this)));
  }

  @Override
  public void onNext(IntakeResponse receipts) {
    loop.execute(() -> events.received(this, receipts));
  }

  @Override
  public void onError(Throwable failure) {
    loop.execute(() -> end(failure));
  }

  @Override
  public void onCompleted() {
    loop.execute(() -> end(null));
  }

  private void end(@Nullable Throwable failure) {
    expectNothing();
    events.ended(this, failure);
  }

  private ClientCallStreamObserver<IntakeRequest> requests() {
    return Objects.requireNonNull(requests);
  }
}
