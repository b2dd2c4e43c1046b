package amanah.zakat.domain.question;

import amanah.zakat.domain.NeededPrice;
import amanah.zakat.domain.Refusal;
import amanah.zakat.domain.rule.PriceAge;
import amanah.zakat.domain.rule.Sourced;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The newest published prices on a day, and how old the rules let them be.
 *
 * @param latest of that day or before
 * @param asOf the day
 * @param ageMax how old they may be
 */
public record PublishedPrices(UsedPrices latest, LocalDate asOf, Sourced<PriceAge> ageMax) {

  /**
   * Those that an answer may use.
   *
   * @param allowStale whether the question takes prices that are too old, which are marked then
   */
  public UsedPrices usable(boolean allowStale) {
    return new UsedPrices(usable(latest.gold(), allowStale), usable(latest.silver(), allowStale));
  }

  private Optional<UsedPrice> usable(Optional<UsedPrice> price, boolean allowStale) {
    return price
        .filter(known -> allowStale || !isStale(known))
        .map(known -> isStale(known) ? known.asStale() : known);
  }

  private boolean isStale(UsedPrice price) {
    return price.day().filter(day -> ageMax.value().isStale(day, asOf)).isPresent();
  }

  /** What a missing price is called when there is one that is too old; empty when there is none. */
  public Optional<Refusal> staleInPlaceOf(Refusal.PriceMissing missing) {
    return switch (missing.price()) {
      case NeededPrice.OfMetal metal -> stale(latest.of(metal.metal()), missing);
      case NeededPrice.OfAnimal animal -> Optional.empty();
      case NeededPrice.OfIncomeNisab nisab -> Optional.empty();
    };
  }

  private Optional<Refusal> stale(Optional<UsedPrice> price, Refusal.PriceMissing missing) {
    return price
        .filter(this::isStale)
        .flatMap(UsedPrice::day)
        .map(day -> new Refusal.PriceStale(missing, day, asOf, ageMax));
  }
}
