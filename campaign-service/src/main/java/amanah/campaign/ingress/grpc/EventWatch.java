package amanah.campaign.ingress.grpc;

import amanah.campaign.stream.EventStream;
import amanah.campaign.stream.StreamEnd;
import amanah.campaign.stream.StreamListener;
import amanah.campaign.stream.StreamedEvent;
import amanah.grpc.GrpcCall;
import amanah.http.BadRequest;
import amanah.http.ProblemCode;
import amanah.v1.WatchCampaignResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells one caller what happens to a campaign; everything in it happens on the event loop of its
 * call. What it was told goes out before it asks for more, so what waits for a slow caller is one
 * page and never two.
 */
final class EventWatch implements StreamListener {

  /** How long a caller who has not read has to take the status that ends his stream. */
  private static final long FAREWELL_SECONDS = 5;

  private final GrpcCall call;
  private final EventLoop loop;
  private final ServerCallStreamObserver<WatchCampaignResponse> caller;
  private final InstantSource clock;
  private @Nullable EventStream stream;
  private long position;
  private boolean asked;
  private boolean ended;

  /**
   * A watch that has told nothing.
   *
   * @param after the number of the last event that the caller knows
   */
  EventWatch(
      GrpcCall call,
      ServerCallStreamObserver<WatchCampaignResponse> caller,
      long after,
      InstantSource clock) {
    this.call = call;
    this.loop = call.context().eventLoop().withoutContext();
    this.caller = caller;
    this.position = after;
    this.clock = clock;
  }

  /** Before the method returns: from then on a handler would come too late. */
  void listen() {
    caller.setOnReadyHandler(() -> onLoop(this::askForMore));
    caller.setOnCancelHandler(() -> onLoop(this::leave));
  }

  /** The stream is open: its first event is wanted. */
  void opened(EventStream opened) {
    onLoop(
        () -> {
          stream = opened;
          if (ended) {
            opened.close();
          }
          askForMore();
        });
  }

  /** There is no stream. */
  void refused(Throwable why) {
    onLoop(() -> fail(why));
  }

  @Override
  public void onEvents(List<StreamedEvent> events) {
    onLoop(
        () -> {
          asked = false;
          for (StreamedEvent event : events) {
            tell(EventMessages.event(event));
          }
          position = events.getLast().sequence();
          askForMore();
        });
  }

  @Override
  public void onQuiet() {
    onLoop(
        () -> {
          asked = false;
          tell(EventMessages.heartbeat(position, clock.instant()));
          askForMore();
        });
  }

  @Override
  public void onEnd(StreamEnd end) {
    onLoop(() -> fail(BadRequest.of(code(end), end.detail())));
  }

  private static ProblemCode code(StreamEnd end) {
    return switch (end) {
      case LAGGED, STALLED -> ProblemCode.OVERLOADED;
      case STOPPING, UNREADABLE, FAILED -> ProblemCode.UNAVAILABLE;
    };
  }

  private void tell(WatchCampaignResponse message) {
    if (!ended) {
      caller.onNext(message);
    }
  }

  private void askForMore() {
    if (stream != null && !ended && !asked && caller.isReady()) {
      asked = true;
      stream.more();
    }
  }

  private void leave() {
    ended = true;
    if (stream != null) {
      stream.close();
    }
  }

  /** Whoever does not read would not take the end either, and is broken off. */
  private void fail(Throwable why) {
    if (ended) {
      return;
    }
    leave();
    caller.onError(why);
    Future<?> farewell =
        loop.schedule(() -> call.context().cancel(), FAREWELL_SECONDS, TimeUnit.SECONDS);
    var unused = call.context().log().whenComplete().thenRun(() -> farewell.cancel(false));
  }

  private void onLoop(Runnable step) {
    if (loop.inEventLoop()) {
      step.run();
    } else {
      loop.execute(step);
    }
  }
}
