package amanah.zakat.domain.price;

import amanah.zakat.domain.wealth.Prices;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What metal costs from a day on, until a later day's price.
 *
 * @param perGram gold, silver or both; a metal that is not named keeps its price
 */
public record MetalPrices(Currency currency, LocalDate day, Prices perGram) {

  /** Refuses to publish nothing. */
  public MetalPrices {
    if (perGram.gold().isEmpty() && perGram.silver().isEmpty()) {
      throw new IllegalArgumentException(
          "prices of " + day + " in " + currency + " name no metal, expected gold or silver");
    }
  }

  /** The same, with what others for that day say of a metal that these do not name. */
  public MetalPrices over(MetalPrices others) {
    return new MetalPrices(
        currency,
        day,
        new Prices(
            perGram.gold().or(others.perGram::gold), perGram.silver().or(others.perGram::silver)));
  }

  /** Whether it says the same of the same day, in however many digits. */
  public boolean isSameAs(MetalPrices other) {
    return currency.equals(other.currency)
        && day.equals(other.day)
        && perGram.costAsMuchAs(other.perGram);
  }
}
