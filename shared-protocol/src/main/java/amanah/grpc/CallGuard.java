package amanah.grpc;

import amanah.http.BadRequest;
import amanah.http.ClientNetwork;
import amanah.http.Closing;
import amanah.http.Places;
import amanah.http.Problem;
import amanah.http.ProblemCode;
import amanah.http.ReceivedRequest;
import com.linecorp.armeria.common.util.TimeoutMode;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.netty.util.AsciiString;
import java.time.Duration;
import java.util.Optional;

/** What a call meets before its message is read: a closing door, places, an end. */
final class CallGuard implements ServerInterceptor {

  private static final AsciiString GRPC_TIMEOUT = AsciiString.cached("grpc-timeout");

  private final Rpcs rpcs;
  private final Closing closing;
  private final boolean toTheLast;

  /**
   * Before these calls.
   *
   * @param toTheLast whether they are served while the door closes
   */
  CallGuard(Rpcs rpcs, Closing closing, boolean toTheLast) {
    this.rpcs = rpcs;
    this.closing = closing;
    this.toTheLast = toTheLast;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    ServiceRequestContext context = ServiceRequestContext.current();
    if (closing.begun() && !toTheLast) {
      throw BadRequest.of(ProblemCode.UNAVAILABLE, "this node is stopping");
    }
    MethodDescriptor<Q, A> method = call.getMethodDescriptor();
    Places places = rpcs.places().get(String.valueOf(method.getBareMethodName()));
    if (places != null) {
      takePlace(places, context);
    }
    long askedMillis = context.requestTimeoutMillis();
    if (method.getType().clientSendsOneMessage()) {
      giveEnd(context);
    }
    GrpcCall begun = GrpcCall.begin(context, closing);
    boolean streams = !method.getType().serverSendsOneMessage();
    return new Listener<>(
        next.startCall(new Ending<>(call, begun), headers),
        begun,
        streams ? () -> giveTimeAsked(context, askedMillis) : () -> {});
  }

  /** Notes when it is our own code that throws, and when the question has come as a whole. */
  private static final class Listener<Q> extends SimpleForwardingServerCallListener<Q> {

    private final GrpcCall begun;
    private final Runnable whenAsked;

    Listener(ServerCall.Listener<Q> listener, GrpcCall begun, Runnable whenAsked) {
      super(listener);
      this.begun = begun;
      this.whenAsked = whenAsked;
    }

    @Override
    public void onMessage(Q message) {
      ReceivedRequest.isWhole(begun.context());
      run(() -> super.onMessage(message));
    }

    @Override
    public void onHalfClose() {
      whenAsked.run();
      run(super::onHalfClose);
    }

    private void run(Runnable step) {
      try {
        step.run();
      } catch (RuntimeException ours) {
        begun.failsHere(ours);
        throw ours;
      }
    }
  }

  /**
   * Notes when our own code fails. What gRPC's library refuses by itself, such as a second message
   * where there may be one, it calls internal, and it is the caller's mistake.
   */
  private static final class Ending<Q, A> extends SimpleForwardingServerCall<Q, A> {

    private final GrpcCall begun;

    Ending(ServerCall<Q, A> call, GrpcCall begun) {
      super(call);
      this.begun = begun;
    }

    @Override
    public void close(Status status, Metadata trailers) {
      Throwable cause = status.getCause();
      if (cause != null) {
        begun.failsHere(cause);
      }
      boolean librarys = cause == null && status.getCode() == Status.Code.INTERNAL;
      super.close(librarys ? GrpcFailures.malformed(trailers) : status, trailers);
    }
  }

  private static void takePlace(Places places, ServiceRequestContext context) {
    ClientNetwork client = ClientNetwork.of(context);
    Optional<Problem> full = places.take(client);
    if (full.isPresent()) {
      throw new BadRequest(full.get());
    }
    var unused = context.log().whenComplete().thenRun(() -> places.giveBack(client));
  }

  /** A caller who names no deadline, or a distant one, waits as long as one of the HTTP door's. */
  private static void giveEnd(ServiceRequestContext context) {
    long usualMillis = context.config().requestTimeoutMillis();
    long askedMillis = context.requestTimeoutMillis();
    boolean named = context.request().headers().contains(GRPC_TIMEOUT);
    if (!named || askedMillis == 0 || askedMillis > usualMillis) {
      context.setRequestTimeout(TimeoutMode.SET_FROM_START, Duration.ofMillis(usualMillis));
    }
  }

  /** A stream of answers lasts as long as its caller says: the usual end was that of his asking. */
  private static void giveTimeAsked(ServiceRequestContext context, long millis) {
    if (millis == 0) {
      context.clearRequestTimeout();
    } else {
      context.setRequestTimeout(TimeoutMode.SET_FROM_START, Duration.ofMillis(millis));
    }
  }
}
