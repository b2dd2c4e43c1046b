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
 *      ^    --> no, and no earlier try could be under way when this one began --> Refused
 *      |    --> no, but one could be     \
 *      |    --> not now, broken, silence  } wait, while there is patience     --> GivenUp
 *      +---------------------------------/
 * </pre>
 */
final class RetryingCall<Q extends Message, A extends Message> {

  private final Means means;
  private final Question<Q, A> question;
  private final Tries tries;
  private final Delays delays;
  private final long beganNanos;
  private final CompletableFuture<Outcome<A>> outcome = new CompletableFuture<>();
  private String lastReason = "there was no time for a try";
  private Nodes.@Nullable Node node;
  private volatile boolean trying;
  private volatile boolean perhapsDone;
  private boolean over;
  private long underWayUntilNanos;
  private long triedNanos;

  /**
   * What is asked, the same at each try.
   *
   * @param name under which it is done once
   * @param headers with that name, when it is not in the message
   */
  record Question<Q, A>(MethodDescriptor<Q, A> method, Q request, String name, Metadata headers) {}

  RetryingCall(Means means, Question<Q, A> question, Tries tries) {
    this.means = means;
    this.question = question;
    this.tries = tries;
    this.delays = means.delays();
    this.beganNanos = means.time().nanoTime();
    this.underWayUntilNanos = beganNanos;
  }

  CompletableFuture<Outcome<A>> outcome() {
    return outcome;
  }

  /** Ends it without an answer, if it has not ended; a try that is under way goes on. */
  void giveUp(String reason) {
    outcome.complete(new Outcome.GivenUp<>(reason, endsPerhapsDone(), question.name()));
  }

  /** No further try begins; whether one may have done it. */
  private synchronized boolean endsPerhapsDone() {
    over = true;
    return trying || perhapsDone;
  }

  private synchronized boolean beginsTry() {
    trying = !over;
    return trying;
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
    if (!beginsTry()) {
      return;
    }
    Nodes.Node next = node == null ? means.nodes().first() : means.nodes().after(node);
    node = next;
    triedNanos = means.time().nanoTime();
    Duration patience = Delays.shorter(left, means.rules().tryMax());
    tries.began(next.number());
    CallOptions options =
        CallOptions.DEFAULT.withDeadlineAfter(patience.toNanos(), TimeUnit.NANOSECONDS);
    Channel channel =
        ClientInterceptors.intercept(
            next.stub().getChannel(),
            MetadataUtils.newAttachHeadersInterceptor(question.headers()));
    ClientCalls.asyncUnaryCall(
        channel.newCall(question.method(), options), question.request(), new Try(next));
  }

  private Duration left() {
    return means.rules().patience().minusNanos(means.time().nanoTime() - beganNanos);
  }

  private void ended(Nodes.Node tried, TryEnd.Failed end) {
    trying = false;
    tries.ended(tried.number(), end);
    switch (end) {
      case TryEnd.Refused no -> refused(no);
      case TryEnd.Later later -> again(later);
      case TryEnd.Defect defect -> broken(defect);
    }
  }

  /** The node may have refused at any time since the try began. */
  private void refused(TryEnd.Refused no) {
    if (!no.canBeBelied() || triedNanos - underWayUntilNanos >= 0) {
      outcome.complete(new Outcome.Refused<>(no.code(), no.detail()));
    } else {
      again(new TryEnd.NotNow(TryEnds.perhapsUnderWay(no), Duration.ZERO));
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

  private void broken(TryEnd.Defect defect) {
    perhapsDone = true;
    giveUp(defect.reason());
  }

  /** What comes of one try. */
  private final class Try implements StreamObserver<A> {

    private final Nodes.Node tried;
    private @Nullable A answer;

    Try(Nodes.Node tried) {
      this.tried = tried;
    }

    @Override
    public void onNext(A only) {
      answer = only;
    }

    @Override
    public void onError(Throwable failure) {
      ended(tried, TryEnds.of(failure, tried.uri()));
    }

    @Override
    public void onCompleted() {
      A only = answer;
      if (only == null) {
        ended(tried, new TryEnd.Defect(tried.uri() + " answered with nothing"));
      } else {
        tries.ended(tried.number(), new TryEnd.Answered());
        outcome.complete(new Outcome.Answered<>(only));
      }
    }
  }
}
