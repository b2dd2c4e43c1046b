package amanah.campaign.ingress.http;

import amanah.campaign.stream.EventStream;
import amanah.campaign.stream.StreamEnd;
import amanah.campaign.stream.StreamListener;
import amanah.campaign.stream.StreamedEvent;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpResponseWriter;
import com.linecorp.armeria.common.ResponseHeaders;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Sends one listener's events as the body of an answer. What it was told goes out before it asks
 * for more, so what waits for a slow client is one page and never two.
 */
final class EventSender implements StreamListener {

  private final HttpResponseWriter response = HttpResponse.streaming();
  private final CompletableFuture<EventStream> stream = new CompletableFuture<>();
  private final Executor eventLoop;

  /** A sender that writes on the client's own event loop, whose work it is. */
  EventSender(Executor eventLoop) {
    this.eventLoop = eventLoop;
  }

  /** Begins to send what the stream has; the stream is closed when the client has gone. */
  HttpResponse send(ResponseHeaders headers, HttpData start, EventStream opened) {
    var unused = response.whenComplete().whenComplete((done, gone) -> opened.close());
    response.write(headers);
    stream.complete(opened);
    write(start);
    return response;
  }

  @Override
  public void onEvents(List<StreamedEvent> events) {
    eventLoop.execute(() -> write(EventText.of(events)));
  }

  @Override
  public void onQuiet() {
    eventLoop.execute(() -> write(EventText.HEARTBEAT));
  }

  /** May come before anything is sent. */
  @Override
  public void onEnd(StreamEnd end) {
    var unused = stream.thenAccept(opened -> eventLoop.execute(() -> end(end)));
  }

  private void write(HttpData text) {
    if (response.tryWrite(text)) {
      var unused =
          response
              .whenConsumed()
              .thenCombine(
                  stream,
                  (taken, opened) -> {
                    opened.more();
                    return opened;
                  });
    }
  }

  private void end(StreamEnd end) {
    switch (end) {
      case STOPPING, UNREADABLE, FAILED -> {
        if (response.tryWrite(EventText.comment(end.detail()))) {
          response.close();
        }
      }
      // Whoever takes nothing would not take the end either.
      case LAGGED, STALLED -> response.abort();
    }
  }
}
