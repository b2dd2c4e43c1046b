package amanah.journal;

import akka.actor.AbstractExtensionId;
import akka.actor.ClassicActorSystemProvider;
import akka.actor.ExtendedActorSystem;
import akka.actor.Extension;
import akka.actor.ExtensionIdProvider;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * The members that this node knows to be excluded and that may still write. What recovers from the
 * journal waits until there are none: what an excluded node acknowledged is then in the journal,
 * and what it tries from now on fails.
 */
public final class JournalFence implements Extension {

  private static final Id ID = new Id();

  /** Less than the journal's circuit breaker gives a question. */
  private static final Duration WAIT_MAX = Duration.ofSeconds(4);

  private final Set<Object> open = new HashSet<>();
  private volatile CompletableFuture<Void> closed = CompletableFuture.completedFuture(null);

  private static final class Id extends AbstractExtensionId<JournalFence>
      implements ExtensionIdProvider {

    @Override
    public JournalFence createExtension(ExtendedActorSystem system) {
      return new JournalFence();
    }

    @Override
    public Id lookup() {
      return this;
    }
  }

  JournalFence() {}

  /** The one of that actor system. */
  public static JournalFence get(ClassicActorSystemProvider system) {
    return ID.get(system);
  }

  /** That member is excluded, and may still write. Each is {@linkplain #close closed} some day. */
  public synchronized void open(Object member) {
    if (open.add(member) && closed.isDone()) {
      closed = new CompletableFuture<>();
    }
  }

  /** That member's writes fail from now on. */
  public synchronized void close(Object member) {
    if (open.remove(member) && open.isEmpty()) {
      closed.complete(null);
    }
  }

  /** Whether nobody is excluded who may still write. */
  boolean isClosed() {
    return closed.isDone();
  }

  /** Done when that is so; fails when it takes longer than a recovery waits. */
  CompletionStage<Void> closed() {
    return closed
        .copy()
        .orTimeout(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(
            late -> {
              throw new IllegalStateException(
                  "excluded nodes may still write, expected them to be cut off within "
                      + WAIT_MAX.toSeconds()
                      + " s");
            });
  }
}
