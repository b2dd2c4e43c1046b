package amanah.zakat.domain.question;

import amanah.zakat.domain.arithmetic.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a gram of pure metal cost in a calculation.
 *
 * @param perGram in the currency of the question
 * @param day from which on it was published; empty when the question gave it
 * @param stale whether it was older than the rules let it be, and the question took it all the same
 */
public record UsedPrice(BigDecimal perGram, Optional<LocalDate> day, boolean stale) {

  /** Refuses metal that costs nothing. */
  public UsedPrice {
    Amounts.positive("perGram", perGram);
  }

  /** A price that the question gave. */
  public static UsedPrice given(BigDecimal perGram) {
    return new UsedPrice(perGram, Optional.empty(), false);
  }

  /** A price that was published from a day on. */
  public static UsedPrice published(BigDecimal perGram, LocalDate day) {
    return new UsedPrice(perGram, Optional.of(day), false);
  }

  /** The same price, which is too old and was taken all the same. */
  public UsedPrice asStale() {
    return new UsedPrice(perGram, day, true);
  }
}
