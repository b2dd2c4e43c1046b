package amanah.zakat.domain.rule;

import amanah.zakat.domain.arithmetic.Amounts;
import java.math.BigDecimal;
import java.util.Optional;

/** What a caller asks for in place of the profile's choices; what is empty stays the profile's. */
public record Settings(
    Optional<NisabBasis> nisabBasis,
    Optional<BigDecimal> goldNisabGrams,
    Optional<BigDecimal> silverNisabGrams,
    Optional<YearKind> year,
    Optional<NisabComparison> nisabComparison,
    Optional<Rounding> rounding,
    Optional<DebtPolicy> debts,
    Optional<WornJewellery> wornJewellery) {

  /** Nothing asked for. */
  public static final Settings NONE =
      new Settings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Refuses a nisab of nothing. */
  public Settings {
    goldNisabGrams.ifPresent(grams -> Amounts.positive("goldNisabGrams", grams));
    silverNisabGrams.ifPresent(grams -> Amounts.positive("silverNisabGrams", grams));
  }
}
