package amanah.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/**
 * Listens to a campaign as a browser does: takes what comes line by line, remembers the last id,
 * and comes back with it when the stream ends, to the node that it is told to come back to.
 */
public final class ListeningClient {

  private static final long PAUSE_MILLIS = 50;

  private final HttpClient client;
  private final String campaignId;
  private final List<Event> events = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final long after;
  private Event building = new Event("", "", "");
  private URI node;
  private int streams;
  private boolean closed;

  /** One event as it came. */
  public record Event(String id, String name, String data) {}

  /** Begins to listen at that node, to the events after that one. */
  public ListeningClient(HttpClient client, URI node, String campaignId, long after) {
    this.client = client;
    this.node = node;
    this.campaignId = campaignId;
    this.after = after;
    listen();
  }

  /** Everything so far. */
  public synchronized List<Event> events() {
    return List.copyOf(events);
  }

  /** The number of the last event, or of the one that it knew at the start. */
  public synchronized long position() {
    return events.isEmpty() ? after : Long.parseLong(events.getLast().id());
  }

  /** How many streams it took. */
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

  private synchronized void listen() {
    if (closed) {
      return;
    }
    HttpRequest request =
        HttpRequest.newBuilder(
                node.resolve("/v1/campaigns/" + campaignId + "/events?after=" + after))
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", events.isEmpty() ? "" : events.getLast().id())
            .build();
    building = new Event("", "", "");
    CompletableFuture<HttpResponse<Void>> stream =
        client.sendAsync(request, info -> lines(info.statusCode()));
    var unused =
        stream.whenCompleteAsync(
            (done, failure) -> listen(),
            CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
  }

  private HttpResponse.BodySubscriber<Void> lines(int status) {
    if (status != 200) {
      return HttpResponse.BodySubscribers.discarding();
    }
    synchronized (this) {
      streams++;
    }
    return HttpResponse.BodySubscribers.fromLineSubscriber(new Lines());
  }

  private final class Lines implements Flow.Subscriber<String> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      take(line);
    }

    @Override
    public void onError(Throwable broken) {}

    @Override
    public void onComplete() {}
  }

  private synchronized void take(String line) {
    if (line.isEmpty()) {
      if (!building.data().isEmpty()) {
        add(building);
      }
      building = new Event("", "", "");
    } else if (line.startsWith("id: ")) {
      building = new Event(line.substring(4), building.name(), building.data());
    } else if (line.startsWith("event: ")) {
      building = new Event(building.id(), line.substring(7), building.data());
    } else if (line.startsWith("data: ")) {
      building = new Event(building.id(), building.name(), line.substring(6));
    }
  }

  private void add(Event event) {
    if (Long.parseLong(event.id()) != position() + 1) {
      problems.add(event.id() + " came after " + position());
    }
    events.add(event);
  }
}
