package amanah.zakat.domain.wealth;

import java.util.Currency;
import java.util.List;

/**
 * All that a payer declares for one calculation.
 *
 * @param currency of every amount in it
 * @param assets in the order in which the answer lists them
 * @param liabilities in the order in which the answer lists them
 * @param prices of metal on the day
 */
public record Holdings(
    Currency currency, List<Asset> assets, List<Liability> liabilities, Prices prices) {

  /** Keeps its own lists. */
  public Holdings {
    assets = List.copyOf(assets);
    liabilities = List.copyOf(liabilities);
  }
}
