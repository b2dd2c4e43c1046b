package amanah.testing;

import amanah.v1.CampaignEvent;
import amanah.v1.EventServiceGrpc.EventServiceStub;
import amanah.v1.WatchCampaignRequest;
import amanah.v1.WatchCampaignResponse;
import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.client.grpc.GrpcClients;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a campaign over gRPC as another service does: remembers the last number, and comes
 * back with it when the stream ends, to the node that it is told to come back to.
 */
public final class WatchingClient {

  private static final long PAUSE_MILLIS = 50;

  /** Small, so that a caller who does not read is noticed soon. */
  private static final int WINDOW_BYTES = 65_535;

  private final ClientFactory clients;
  private final String campaignId;
  private final long after;
  private final boolean reading;
  private final List<CampaignEvent> events = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();
  private URI node;
  private int streams;
  private boolean closed;
  private @Nullable ClientCallStreamObserver<WatchCampaignRequest> call;

  /** The ways to nodes, for all who listen in a test. */
  public static ClientFactory clients() {
    return ClientFactory.builder().http2InitialStreamWindowSize(WINDOW_BYTES).build();
  }

  /** Begins to listen at that node, to the events after that one. */
  public WatchingClient(ClientFactory clients, URI node, String campaignId, long after) {
    this(clients, node, campaignId, after, true);
  }

  /** Asks for the events after that one, reads none of them before {@link #read}, and goes then. */
  public static WatchingClient idle(
      ClientFactory clients, URI node, String campaignId, long after) {
    WatchingClient idle = new WatchingClient(clients, node, campaignId, after, false);
    idle.close();
    return idle;
  }

  private WatchingClient(
      ClientFactory clients, URI node, String campaignId, long after, boolean reading) {
    this.clients = clients;
    this.node = node;
    this.campaignId = campaignId;
    this.after = after;
    this.reading = reading;
    watch();
  }

  /** Everything so far. */
  public synchronized List<CampaignEvent> events() {
    return List.copyOf(events);
  }

  /** The number of the last event, or of the one that it knew at the start. */
  public synchronized long position() {
    return events.isEmpty() ? after : events.getLast().getSequence();
  }

  /** How many streams told it something. */
  public synchronized int streams() {
    return streams;
  }

  /** What went wrong, apart from streams that ended. */
  public synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  /** When its stream ends it comes back there. */
  public synchronized void comeBackTo(URI other) {
    node = other;
  }

  /** Does not come back any more. */
  public synchronized void close() {
    closed = true;
  }

  /** Takes what has come, and what comes. */
  public synchronized void read() {
    if (call != null) {
      call.request(Integer.MAX_VALUE);
    }
  }

  /** Why the last of its streams ended, when it has; null for a good end. */
  public @Nullable Throwable awaitEnd(Duration patience) {
    return end.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join().orElse(null);
  }

  private synchronized void watch() {
    GrpcClients.builder("gproto+" + node)
        .factory(clients)
        .responseTimeout(Duration.ZERO)
        .maxResponseLength(0)
        .build(EventServiceStub.class)
        .watchCampaign(
            WatchCampaignRequest.newBuilder()
                .setCampaignId(campaignId)
                .setAfter(position())
                .build(),
            new Watch());
  }

  private synchronized void comeBack(Optional<Throwable> why) {
    if (closed) {
      end.complete(why);
    } else {
      CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS).execute(this::watch);
    }
  }

  private synchronized void take(CampaignEvent event, boolean first) {
    if (first) {
      streams++;
    }
    if (event.getSequence() != position() + 1) {
      problems.add(event.getSequence() + " came after " + position());
    }
    events.add(event);
  }

  private final class Watch
      implements ClientResponseObserver<WatchCampaignRequest, WatchCampaignResponse> {

    private boolean begun;

    @Override
    public void beforeStart(ClientCallStreamObserver<WatchCampaignRequest> requests) {
      requests.disableAutoRequestWithInitial(reading ? Integer.MAX_VALUE : 0);
      call = requests;
    }

    @Override
    public void onNext(WatchCampaignResponse response) {
      if (response.hasEvent()) {
        take(response.getEvent(), !begun);
        begun = true;
      }
    }

    @Override
    public void onError(Throwable why) {
      comeBack(Optional.of(why));
    }

    @Override
    public void onCompleted() {
      comeBack(Optional.empty());
    }
  }
}
