package amanah.zakat.domain.question;

import amanah.zakat.domain.wealth.Metal;
import amanah.zakat.domain.wealth.Prices;
import java.util.Optional;

/**
 * The prices of metal that an answer was computed with, each with its day.
 *
 * @param gold if it was known
 * @param silver if it was known
 */
public record UsedPrices(Optional<UsedPrice> gold, Optional<UsedPrice> silver) {

  /** No price was known. */
  public static final UsedPrices NONE = new UsedPrices(Optional.empty(), Optional.empty());

  /** Those that a question gave. */
  public static UsedPrices given(Prices prices) {
    return new UsedPrices(
        prices.gold().map(UsedPrice::given), prices.silver().map(UsedPrice::given));
  }

  /** The price of one metal, if it was known. */
  public Optional<UsedPrice> of(Metal metal) {
    return switch (metal) {
      case GOLD -> gold;
      case SILVER -> silver;
    };
  }

  /** What a gram costs, without the days. */
  public Prices perGram() {
    return new Prices(gold.map(UsedPrice::perGram), silver.map(UsedPrice::perGram));
  }
}
