package amanah.http;

import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether the door closes, and who wants to know when it does. Those who do are as many as the
 * streams that are open, of which each route has a bound.
 */
public final class Closing {

  private final Set<Runnable> ends = ConcurrentHashMap.newKeySet();
  private volatile boolean begun;

  /** Whether it has begun; then nothing new is taken. */
  public boolean begun() {
    return begun;
  }

  void begin() {
    begun = true;
    ends.forEach(this::end);
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
