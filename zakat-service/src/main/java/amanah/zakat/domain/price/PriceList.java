package amanah.zakat.domain.price;

import java.time.LocalDate;
import java.util.List;

/**
 * What counts on a day.
 *
 * @param version how often anything was published so far
 * @param prices the latest of each currency and metal on that day or before, each with its own day
 * @param nisabs the latest of each profile on that day or before
 */
public record PriceList(
    long version, LocalDate asOf, List<MetalPrices> prices, List<NisabFigure> nisabs) {

  /** Keeps its own lists. */
  public PriceList {
    prices = List.copyOf(prices);
    nisabs = List.copyOf(nisabs);
  }
}
