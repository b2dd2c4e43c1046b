package amanah.campaign.simulation;

import akka.persistence.PersistentRepr;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One transaction that a node has asked the journal for. */
final class JournalWrite {

  /** What is to become of a write, unless its key stands against it. */
  enum Fate {
    /** It commits, and says so. */
    GOOD,
    /** It is refused. */
    REFUSED,
    /** It commits, and its writer is told of a broken connection. */
    ACKNOWLEDGEMENT_LOST,
    /** Its writer is told of a broken connection before the insert has even begun. */
    LATE_INSERT,
    /** Its writer is told so while the transaction holds the keys, to commit or not later. */
    LATE_COMMIT,
    /** It commits after more time than its writer has patience. */
    SLOW
  }

  final int node;
  final List<PersistentRepr> rows;
  final Fate fate;
  final CompletableFuture<Boolean> answer = new CompletableFuture<>();
  boolean lost;
  boolean over;

  JournalWrite(int node, List<PersistentRepr> rows, Fate fate) {
    this.node = node;
    this.rows = rows;
    this.fate = fate;
  }

  long first() {
    return rows.getFirst().sequenceNr();
  }

  long last() {
    return rows.getLast().sequenceNr();
  }

  /** Whether its writer has been told that it failed, so that it is late. */
  boolean late() {
    return answer.isCompletedExceptionally();
  }

  @Override
  public String toString() {
    return "write " + first() + ".." + last() + " of node-" + node + " " + fate;
  }
}
