package amanah.grpc;

import amanah.http.Closing;
import amanah.http.RequestIdentity;
import amanah.http.UsedName;
import com.linecorp.armeria.common.util.Exceptions;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.grpc.stub.StreamObserver;
import io.netty.util.AsciiString;
import io.netty.util.AttributeKey;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call on its way to an answer. */
public final class GrpcCall {

  private static final AsciiString IDEMPOTENCY_KEY = AsciiString.cached("idempotency-key");
  private static final AttributeKey<GrpcCall> KEY =
      AttributeKey.valueOf(GrpcCall.class, "GRPC_CALL");
  private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

  private final ServiceRequestContext context;
  private final Closing closing;
  private volatile @Nullable Throwable ownFailure;

  private GrpcCall(ServiceRequestContext context, Closing closing) {
    this.context = context;
    this.closing = closing;
  }

  /** The call whose method runs on this thread. */
  public static GrpcCall current() {
    return Objects.requireNonNull(ServiceRequestContext.current().attr(KEY));
  }

  /** Makes it the current one. */
  static GrpcCall begin(ServiceRequestContext context, Closing closing) {
    GrpcCall call = new GrpcCall(context, closing);
    context.setAttr(KEY, call);
    return call;
  }

  /** Whether our own code failed with it, and not the reading of what the caller sent. */
  static boolean failedHere(Throwable failure, ServiceRequestContext context) {
    GrpcCall call = context.attr(KEY);
    Throwable own = call == null ? null : call.ownFailure;
    return own != null && Exceptions.peel(own).equals(Exceptions.peel(failure));
  }

  /** Says so. */
  void failsHere(Throwable failure) {
    ownFailure = failure;
  }

  /** Where it is served. */
  public ServiceRequestContext context() {
    return context;
  }

  /** How it is found again. */
  public RequestIdentity identity() {
    return RequestIdentity.of(context);
  }

  /** The name that it gives to what has none, if any. */
  public @Nullable String idempotencyKey() {
    return context.request().headers().get(IDEMPOTENCY_KEY);
  }

  /** How long the caller still waits. */
  public Duration patience() {
    long timeoutMillis = context.requestTimeoutMillis();
    if (timeoutMillis == 0) {
      return FOREVER;
    }
    long passedNanos = System.nanoTime() - context.log().partial().requestStartTimeNanos();
    return Duration.ofMillis(timeoutMillis).minusNanos(Math.max(0, passedNanos));
  }

  /** Tells the name that it uses with every problem from now on. */
  public void uses(String field, String name) {
    new UsedName(field, name).keepIn(context);
  }

  /** Whether the door closes. */
  public boolean closing() {
    return closing.begun();
  }

  /** Runs {@code end} once when the door closes before the call has ended: for streams. */
  public void whenClosing(Runnable end) {
    closing.whenBegun(context, end);
  }

  /** Gives the caller what the work comes to; a failure becomes the status of its problem. */
  public <T> void answer(StreamObserver<T> caller, Supplier<CompletionStage<T>> work) {
    var unused =
        identity()
            .inLogs(work)
            .handle(
                (answer, failure) -> {
                  if (failure == null) {
                    caller.onNext(answer);
                    caller.onCompleted();
                  } else {
                    caller.onError(Exceptions.peel(failure));
                  }
                  return answer;
                });
  }
}
