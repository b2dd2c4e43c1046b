package amanah.http;

import com.linecorp.armeria.server.ServiceRequestContext;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether the door closes, which requests it had taken before, and who wants to know when it does.
 * Those who do are as many as the streams that are open, of which each route has a bound.
 *
 * <p>A door that waited until nobody asks any more would never close: who keeps a connection goes
 * on. So only what was taken before is waited for, and whoever asks later loses his connection with
 * the answer.
 */
public final class Closing {

  private final Set<Runnable> ends = ConcurrentHashMap.newKeySet();
  private final AtomicInteger taken = new AtomicInteger();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private final Duration goodbye;
  private volatile boolean begun;

  /** Of a door that gives the connections of late callers so long to end. */
  Closing(Duration goodbye) {
    this.goodbye = goodbye;
  }

  /** Whether it has begun; then nothing new is taken. */
  public boolean begun() {
    return begun;
  }

  void begin() {
    begun = true;
    ends.forEach(this::end);
    drainIfNoneIsLeft();
  }

  /** Done once the closing has begun and all that was taken before is answered. */
  CompletableFuture<Void> drained() {
    return drained.copy();
  }

  /** Notes a request: one to be waited for, or, when the door closes, its caller's last. */
  void note(ServiceRequestContext context) {
    taken.incrementAndGet();
    if (begun) {
      leave();
      var unused = context.initiateConnectionShutdown(goodbye);
    } else {
      var unused = context.log().whenComplete().thenRun(this::leave);
    }
  }

  private void leave() {
    taken.decrementAndGet();
    drainIfNoneIsLeft();
  }

  private void drainIfNoneIsLeft() {
    if (begun && taken.get() == 0) {
      drained.complete(null);
    }
  }

  /** Runs {@code end} once, as soon as it has begun, unless the request has ended before. */
  public void whenBegun(ServiceRequestContext context, Runnable end) {
    ends.add(end);
    var unused = context.log().whenComplete().thenRun(() -> ends.remove(end));
    if (begun) {
      end(end);
    }
  }

  private void end(Runnable end) {
    if (ends.remove(end)) {
      end.run();
    }
  }
}
