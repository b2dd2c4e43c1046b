package amanah.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The places of a stream for donations without a receipt, by their number and their bytes. */
final class Room {

  private final StreamLimits limits;
  private int donations;
  private long bytes;
  private CompletableFuture<Void> isThere = CompletableFuture.completedFuture(null);

  Room(StreamLimits limits) {
    this.limits = limits;
  }

  /** Takes a place if there is one; the first donation finds one, whatever its size. */
  synchronized boolean take(int size) {
    boolean fits = donations == 0 || bytes + size <= limits.openBytesMax();
    if (donations >= limits.openDonationsMax() || !fits) {
      if (isThere.isDone()) {
        isThere = new CompletableFuture<>();
      }
      return false;
    }
    donations++;
    bytes += size;
    return true;
  }

  /** Gives back the places of so many donations. */
  void giveBack(int count, long size) {
    CompletableFuture<Void> waiting;
    synchronized (this) {
      donations -= count;
      bytes -= size;
      waiting = isThere;
    }
    waiting.complete(null);
  }

  synchronized int donations() {
    return donations;
  }

  /** Done when a place was given back since somebody found none. */
  synchronized CompletionStage<Void> isThere() {
    return isThere.minimalCompletionStage();
  }
}
