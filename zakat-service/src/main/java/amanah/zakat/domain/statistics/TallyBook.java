package amanah.zakat.domain.statistics;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The latest tally of every desk since the last reset. Not thread-safe.
 *
 * <p>A node's desk has another name each time the node starts, so names gather. Beyond a bound the
 * desk that was silent for longest is summed up under no name and forgotten; should it still live,
 * it is told so and begins anew.
 */
public final class TallyBook {

  private static final String FORGOTTEN = "";

  private final int desksMax;
  private final Map<String, NodeCounts> byDesk = new LinkedHashMap<>();
  private NodeCounts forgotten;

  private TallyBook(int desksMax, NodeCounts forgotten) {
    this.desksMax = desksMax;
    this.forgotten = forgotten;
  }

  /** A book of no tallies. */
  public static TallyBook empty(int desksMax) {
    return new TallyBook(desksMax, NodeCounts.empty(FORGOTTEN, 0));
  }

  /** A book as it was kept. */
  public static TallyBook restore(int desksMax, Kept kept) {
    TallyBook book = new TallyBook(desksMax, kept.forgotten());
    kept.desks().forEach(tally -> book.byDesk.put(tally.desk(), tally));
    book.forgetBeyondMax();
    return book;
  }

  /**
   * All of a book.
   *
   * @param forgotten the sum of the desks that are forgotten; its epoch is the book's
   * @param desks the one that was silent for longest first
   */
  public record Kept(NodeCounts forgotten, List<NodeCounts> desks) {

    /** Keeps its own list. */
    public Kept {
      desks = List.copyOf(desks);
    }
  }

  /** How many resets there were. */
  public long epoch() {
    return forgotten.epoch();
  }

  /** The latest tally of that desk; empty when it is unknown or forgotten. */
  public Optional<NodeCounts> of(String desk) {
    return Optional.ofNullable(byDesk.get(desk));
  }

  /** Whether it would change anything: of this epoch, and newer than what is known. */
  public boolean isNews(NodeCounts tally) {
    return tally.epoch() == epoch()
        && of(tally.desk())
            .map(known -> tally.calculations() > known.calculations())
            .orElse(tally.calculations() > 0);
  }

  /** Takes a tally in place of the desk's last one, if it is news. */
  public void count(NodeCounts tally) {
    if (isNews(tally)) {
      byDesk.remove(tally.desk());
      byDesk.put(tally.desk(), tally);
      forgetBeyondMax();
    }
  }

  /** Forgets all tallies; from now on only those of the new epoch count. */
  public void reset(long newEpoch) {
    byDesk.clear();
    forgotten = NodeCounts.empty(FORGOTTEN, newEpoch);
  }

  /** The sum of all tallies. */
  public NodeCounts total() {
    return byDesk.values().stream().reduce(forgotten, NodeCounts::plus);
  }

  /** All of this book, for a snapshot or a copy. */
  public Kept kept() {
    return new Kept(forgotten, List.copyOf(byDesk.values()));
  }

  private void forgetBeyondMax() {
    Iterator<NodeCounts> oldest = byDesk.values().iterator();
    while (byDesk.size() > desksMax) {
      forgotten = forgotten.plus(oldest.next());
      oldest.remove();
    }
  }
}
