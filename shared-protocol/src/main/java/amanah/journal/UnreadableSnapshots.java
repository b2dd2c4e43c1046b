package amanah.journal;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.Extension;
import akka.actor.typed.ExtensionId;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the snapshots that a node found but could not read, since it was started. */
public final class UnreadableSnapshots implements Extension {

  private static final ExtensionId<UnreadableSnapshots> ID = new Id();

  private final AtomicLong count = new AtomicLong();

  private UnreadableSnapshots() {}

  /** Those of that node. */
  public static UnreadableSnapshots of(ActorSystem<?> node) {
    return ID.apply(node);
  }

  /** How many there were; one that is read again and again counts each time. */
  public long count() {
    return count.get();
  }

  long counted() {
    return count.incrementAndGet();
  }

  private static final class Id extends ExtensionId<UnreadableSnapshots> {
    @Override
    public UnreadableSnapshots createExtension(ActorSystem<?> node) {
      return new UnreadableSnapshots();
    }
  }
}
