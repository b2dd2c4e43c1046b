package amanah.zakat.journal;

import amanah.zakat.domain.rule.DebtPolicy;
import amanah.zakat.domain.rule.NisabBasis;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.rule.Rounding;
import amanah.zakat.domain.rule.WornJewellery;
import amanah.zakat.domain.rule.YearKind;
import java.util.Map;

/** The words for choices of the rules, as they stand in the journal; they never change. */
final class RuleWords {

  static final WordTable<NisabBasis> NISAB_BASIS =
      new WordTable<>(
          NisabBasis.class,
          Map.of(
              NisabBasis.GOLD, "gold",
              NisabBasis.SILVER, "silver",
              NisabBasis.LOWER_OF_TWO, "lower-of-two"));

  static final WordTable<YearKind> YEAR =
      new WordTable<>(YearKind.class, Map.of(YearKind.LUNAR, "lunar", YearKind.SOLAR, "solar"));

  static final WordTable<NisabComparison> NISAB_COMPARISON =
      new WordTable<>(
          NisabComparison.class,
          Map.of(
              NisabComparison.INCLUSIVE, "inclusive",
              NisabComparison.EXCLUSIVE, "exclusive"));

  static final WordTable<Rounding> ROUNDING =
      new WordTable<>(
          Rounding.class,
          Map.of(
              Rounding.CEILING, "ceiling",
              Rounding.HALF_UP, "half-up",
              Rounding.FLOOR, "floor"));

  static final WordTable<DebtPolicy> DEBTS =
      new WordTable<>(
          DebtPolicy.class,
          Map.of(
              DebtPolicy.NONE, "none",
              DebtPolicy.DUE_NOW, "due-now",
              DebtPolicy.NEXT_12_MONTHS, "next-12-months",
              DebtPolicy.ALL, "all"));

  static final WordTable<WornJewellery> WORN_JEWELLERY =
      new WordTable<>(
          WornJewellery.class, Map.of(WornJewellery.DUE, "due", WornJewellery.EXEMPT, "exempt"));

  private RuleWords() {}
}
