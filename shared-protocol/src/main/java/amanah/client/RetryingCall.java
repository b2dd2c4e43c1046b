package amanah.client;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One call with all of its tries, one after the other.
 *
 * <pre>
 *   attempt --> answer                                                        --> Answered
 *      ^    --> no, and no earlier try can be under way                       --> Refused
 *      |    --> no, but one may be       \
 *      |    --> not now, broken, silence  } wait, while there is patience     --> GivenUp
 *      +---------------------------------/
 * </pre>
 */
final class RetryingCall<Q extends Message, A extends Message> {

  private final Means means;
  private final MethodDescriptor<Q, A> method;
  private final Q request;
  private final String name;
  private final Metadata headers;
  private final Delays delays;
  private final long beganNanos;
  private final CompletableFuture<Outcome<A>> outcome = new CompletableFuture<>();
  private String lastReason = "there was no time for a try";
  private volatile boolean trying;
  private volatile boolean perhapsDone;
  private long underWayUntilNanos;

  RetryingCall(
      Means means, MethodDescriptor<Q, A> method, Q request, String name, Metadata headers) {
    this.means = means;
    this.method = method;
    this.request = request;
    this.name = name;
    this.headers = headers;
    this.delays = means.delays();
    this.beganNanos = means.time().nanoTime();
    this.underWayUntilNanos = beganNanos;
  }

  CompletableFuture<Outcome<A>> outcome() {
    return outcome;
  }

  /** Ends it without an answer, if it has not ended; a try that is under way goes on. */
  void giveUp(String reason) {
    outcome.complete(new Outcome.GivenUp<>(reason, trying || perhapsDone, name));
  }

  /** The next try, at the next node. */
  void attempt() {
    if (outcome.isDone()) {
      return;
    }
    Duration left = left();
    if (!left.isPositive()) {
      giveUp(means.triedInVain(lastReason));
      return;
    }
    trying = true;
    Nodes.Node node = means.nodes().next();
    Duration patience = Delays.shorter(left, means.rules().tryMax());
    CallOptions options =
        CallOptions.DEFAULT.withDeadlineAfter(patience.toNanos(), TimeUnit.NANOSECONDS);
    Channel channel =
        ClientInterceptors.intercept(
            node.stub().getChannel(), MetadataUtils.newAttachHeadersInterceptor(headers));
    ClientCalls.asyncUnaryCall(channel.newCall(method, options), request, new Try(node));
  }

  private Duration left() {
    return means.rules().patience().minusNanos(means.time().nanoTime() - beganNanos);
  }

  private void ended(TryEnd end) {
    trying = false;
    switch (end) {
      case TryEnd.Refused no -> refused(no);
      case TryEnd.Later later -> again(later);
      case TryEnd.Broken defect -> broken(defect);
    }
  }

  private void refused(TryEnd.Refused no) {
    if (means.time().nanoTime() - underWayUntilNanos >= 0) {
      outcome.complete(new Outcome.Refused<>(no.code(), no.detail()));
    } else {
      again(new TryEnd.Later(TryEnds.perhapsUnderWay(no), false, Duration.ZERO));
    }
  }

  private void again(TryEnd.Later later) {
    lastReason = later.reason();
    if (later.perhapsDone()) {
      perhapsDone = true;
      underWayUntilNanos = means.time().nanoTime() + means.rules().underWayMax().toNanos();
    }
    Duration delay = Delays.shorter(delays.next(later.leaveAlone()), left());
    if (delay.isPositive()) {
      means.time().after(delay, this::attempt);
    } else {
      attempt();
    }
  }

  private void broken(TryEnd.Broken defect) {
    perhapsDone = true;
    giveUp(defect.reason());
  }

  /** What comes of one try. */
  private final class Try implements StreamObserver<A> {

    private final Nodes.Node node;
    private @Nullable A answer;

    Try(Nodes.Node node) {
      this.node = node;
    }

    @Override
    public void onNext(A only) {
      answer = only;
    }

    @Override
    public void onError(Throwable failure) {
      ended(TryEnds.of(failure, node.uri()));
    }

    @Override
    public void onCompleted() {
      A only = answer;
      if (only == null) {
        ended(new TryEnd.Broken(node.uri() + " answered with nothing"));
      } else {
        outcome.complete(new Outcome.Answered<>(only));
      }
    }
  }
}
