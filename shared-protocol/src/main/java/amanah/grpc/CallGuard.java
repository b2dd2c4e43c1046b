package amanah.grpc;

import amanah.http.BadRequest;
import amanah.http.Closing;
import amanah.http.Places;
import amanah.http.ProblemCode;
import com.linecorp.armeria.common.util.TimeoutMode;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.netty.util.AsciiString;
import java.time.Duration;

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
    if (method.getType() == MethodDescriptor.MethodType.UNARY) {
      giveEnd(context);
    }
    GrpcCall begun = GrpcCall.begin(context, closing);
    return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {

      @Override
      public void onMessage(Q message) {
        begun.messageCame();
        super.onMessage(message);
      }
    };
  }

  private static void takePlace(Places places, ServiceRequestContext context) {
    if (!places.take()) {
      throw new BadRequest(places.allTaken());
    }
    var unused = context.log().whenComplete().thenRun(places::giveBack);
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
}
