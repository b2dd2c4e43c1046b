package amanah.zakat.desk;

import amanah.money.Money;
import amanah.zakat.domain.arithmetic.Total;
import amanah.zakat.domain.statistics.NodeCounts;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Counts what a node's callers were answered since the last reset that it knows of. An answer of a
 * later epoch begins a new count, one of an earlier epoch belongs to what was zeroed. What is
 * counted before any epoch was heard belongs to the first one that is. Thread-safe.
 */
final class AnsweredCount {

  private final Supplier<String> names;
  private final Map<Currency, Sum> sums = new HashMap<>();
  private NodeCounts base;
  private boolean epochKnown;
  private long hits;
  private long misses;

  /** A sum that is cheap to add to as long as it is small. */
  private static final class Sum {

    private long minor;
    private Total above;

    Sum(Currency currency) {
      above = Total.zero(currency);
    }

    void add(Money money) {
      long next = minor + money.minor();
      if (((minor ^ next) & (money.minor() ^ next)) < 0) {
        above = total().plus(money);
        minor = 0;
      } else {
        minor = next;
      }
    }

    Total total() {
      return above.plus(Total.of(minor, above.currency()));
    }
  }

  /**
   * A count that begins at nothing.
   *
   * @param names gives a name that no other desk has or will have
   */
  AnsweredCount(Supplier<String> names) {
    this.names = names;
    this.base = NodeCounts.empty(names.get(), 0);
  }

  /** A caller was answered. */
  synchronized void answered(Money due, boolean cached, long epoch) {
    begun(epoch);
    if (epoch == base.epoch()) {
      add(due, cached);
    }
  }

  private void add(Money due, boolean cached) {
    sums.computeIfAbsent(due.currency(), Sum::new).add(due);
    hits += cached ? 1 : 0;
    misses += cached ? 0 : 1;
  }

  /** A caller was answered by the desk itself, which knows no better than what it was told last. */
  synchronized void answeredAlone(Money due) {
    add(due, false);
  }

  /** The statistics may have begun anew. */
  synchronized void begun(long epoch) {
    if (!epochKnown) {
      epochKnown = true;
      base = new NodeCounts(base.desk(), epoch, base.hits(), base.misses(), base.zakat());
    } else if (epoch > base.epoch()) {
      base = NodeCounts.empty(base.desk(), epoch);
      clear();
    }
  }

  /** Whether it was heard how often the statistics had begun; nothing can be told before. */
  synchronized boolean isEpochKnown() {
    return epochKnown;
  }

  /** Begins anew under another name, with what was counted since the tally that is kept. */
  synchronized void forgotten(NodeCounts kept) {
    NodeCounts all = tally();
    NodeCounts rest =
        kept.epoch() == all.epoch()
            ? all.since(kept, names.get())
            : NodeCounts.empty(names.get(), all.epoch());
    base = rest;
    clear();
  }

  /** All that was counted. */
  synchronized NodeCounts tally() {
    return base.plus(
        new NodeCounts(
            base.desk(),
            base.epoch(),
            hits,
            misses,
            sums.values().stream().map(Sum::total).toList()));
  }

  private void clear() {
    sums.clear();
    hits = 0;
    misses = 0;
  }
}
