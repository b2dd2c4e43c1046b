package amanah.zakat.domain.statistics;

import amanah.zakat.domain.arithmetic.Total;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What was calculated since the last reset, and what was collected since ever.
 *
 * @param totalZakat that was due, by currency
 * @param cacheHits answers remembered from an equal question
 * @param cacheMisses answers that were computed
 * @param cacheSize answers that are remembered now
 * @param collected gifts of zakat less refunds, by currency
 */
public record Statistics(
    List<Total> totalZakat,
    long cacheHits,
    long cacheMisses,
    int cacheSize,
    List<Total> collected) {

  private static final int RATE_DIGITS = 4;

  /** Keeps its own lists. */
  public Statistics {
    totalZakat = List.copyOf(totalZakat);
    collected = List.copyOf(collected);
  }

  /** All answers. */
  public long totalCalculations() {
    return cacheHits + cacheMisses;
  }

  /** Which part of all answers was remembered, from 0 to 1; 0 when there were none. */
  public BigDecimal cacheHitRate() {
    return totalCalculations() == 0
        ? BigDecimal.ZERO.setScale(RATE_DIGITS)
        : BigDecimal.valueOf(cacheHits)
            .divide(BigDecimal.valueOf(totalCalculations()), RATE_DIGITS, RoundingMode.HALF_UP);
  }
}
