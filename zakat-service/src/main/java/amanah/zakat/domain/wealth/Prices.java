package amanah.zakat.domain.wealth;

import amanah.zakat.domain.arithmetic.Amounts;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What pure metal costs per gram, in the currency of the calculation, on its day.
 *
 * @param gold if known
 * @param silver if known
 */
public record Prices(Optional<BigDecimal> gold, Optional<BigDecimal> silver) {

  /** No price is known. */
  public static final Prices NONE = new Prices(Optional.empty(), Optional.empty());

  /** Refuses metal that costs nothing. */
  public Prices {
    gold.ifPresent(price -> Amounts.positive("prices.gold", price));
    silver.ifPresent(price -> Amounts.positive("prices.silver", price));
  }

  /** Whether metal costs as much there, in however many digits: 80 is as much as 80.00. */
  public boolean costAsMuchAs(Prices other) {
    return isAsMuch(gold, other.gold) && isAsMuch(silver, other.silver);
  }

  /** Whether one price is as much as another, in however many digits; none is as much as none. */
  public static boolean isAsMuch(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.map(BigDecimal::stripTrailingZeros)
        .equals(other.map(BigDecimal::stripTrailingZeros));
  }
}
