package amanah.journal;

import akka.actor.AbstractExtensionId;
import akka.actor.ClassicActorSystemProvider;
import akka.actor.ExtendedActorSystem;
import akka.actor.Extension;
import akka.actor.ExtensionIdProvider;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What this node has seen committed since the database last proved that it keeps it: of each
 * transaction one event, and of each recovery the last. A database that has lost its tail has lost
 * the newest of them.
 */
public final class SeenEvents implements Extension {

  /** So many are kept, more than are committed between two proofs; the oldest go first. */
  static final int KEPT_MAX = 16_384;

  private static final Id ID = new Id();

  private final Deque<Seen> events = new ArrayDeque<>();
  private long count;

  /**
   * An event that was committed.
   *
   * @param schema where its journal is
   * @param writer who wrote it, empty if that was not looked at
   */
  public record Seen(String schema, String persistenceId, long sequence, String writer) {}

  /**
   * All of them at one moment, oldest first.
   *
   * @param count how many there ever were
   */
  public record Snapshot(List<Seen> events, long count) {}

  private static final class Id extends AbstractExtensionId<SeenEvents>
      implements ExtensionIdProvider {

    @Override
    public SeenEvents createExtension(ExtendedActorSystem system) {
      return new SeenEvents();
    }

    @Override
    public Id lookup() {
      return this;
    }
  }

  /** Nothing yet; a node has one, {@linkplain #get its own}. */
  public SeenEvents() {}

  /** Those of that actor system. */
  public static SeenEvents get(ClassicActorSystemProvider system) {
    return ID.get(system);
  }

  /** It was committed. */
  public synchronized void note(Seen event) {
    events.addLast(event);
    count++;
    if (events.size() > KEPT_MAX) {
      events.removeFirst();
    }
  }

  /** All that are not proven yet. */
  public synchronized Snapshot all() {
    return new Snapshot(List.copyOf(events), count);
  }

  /** Those of {@code proven} need not be asked for again. */
  public synchronized void forget(Snapshot proven) {
    long newer = count - proven.count();
    while (events.size() > newer) {
      events.removeFirst();
    }
  }
}
