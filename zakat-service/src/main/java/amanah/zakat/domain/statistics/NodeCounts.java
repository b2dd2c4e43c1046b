package amanah.zakat.domain.statistics;

import amanah.money.Money;
import amanah.zakat.domain.arithmetic.Total;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that one desk has answered since a reset: always the whole count, never a difference, so that
 * it counts once however often it is told.
 *
 * @param desk names one life of one node's desk
 * @param epoch how many resets there were before
 * @param hits answers remembered from an equal question
 * @param misses answers that were computed
 * @param zakat what was due, by currency
 */
public record NodeCounts(String desk, long epoch, long hits, long misses, List<Total> zakat) {

  /** Keeps one form for one tally. */
  public NodeCounts {
    zakat =
        zakat.stream()
            .sorted(Comparator.comparing(total -> total.currency().getCurrencyCode()))
            .toList();
  }

  /** Nothing answered yet. */
  public static NodeCounts empty(String desk, long epoch) {
    return new NodeCounts(desk, epoch, 0, 0, List.of());
  }

  /** All answers; of two tallies of one desk and epoch the one with more is the newer. */
  public long calculations() {
    return hits + misses;
  }

  /** With one more answer. */
  public NodeCounts plus(Money due, boolean cached) {
    return new NodeCounts(
        desk,
        epoch,
        hits + (cached ? 1 : 0),
        misses + (cached ? 0 : 1),
        summed(List.of(Total.of(due)), false));
  }

  /** With all that another tally of the same epoch counted. */
  public NodeCounts plus(NodeCounts other) {
    return new NodeCounts(
        desk, epoch, hits + other.hits, misses + other.misses, summed(other.zakat, false));
  }

  /** What was counted since an earlier tally, for a desk that begins anew under another name. */
  public NodeCounts since(NodeCounts earlier, String newDesk) {
    return new NodeCounts(
        newDesk, epoch, hits - earlier.hits, misses - earlier.misses, summed(earlier.zakat, true));
  }

  private List<Total> summed(List<Total> others, boolean subtract) {
    Map<Currency, Total> sums = new HashMap<>();
    zakat.forEach(total -> sums.put(total.currency(), total));
    for (Total other : others) {
      Total sum = sums.getOrDefault(other.currency(), Total.zero(other.currency()));
      sums.put(other.currency(), subtract ? sum.minus(other) : sum.plus(other));
    }
    return List.copyOf(sums.values());
  }
}
