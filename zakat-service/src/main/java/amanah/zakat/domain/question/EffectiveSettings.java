package amanah.zakat.domain.question;

import amanah.zakat.domain.rule.DebtPolicy;
import amanah.zakat.domain.rule.NisabBasis;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.rule.Rounding;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.WornJewellery;
import amanah.zakat.domain.rule.YearKind;
import java.math.BigDecimal;

/**
 * Every setting as it was in force, whether the profile or the request chose it.
 *
 * @param nisabBasis which metal's weight is the nisab
 * @param goldNisabGrams the nisab in gold
 * @param silverNisabGrams the nisab in silver
 * @param year by which calendar a year is counted
 * @param nisabComparison whether reaching the nisab is enough
 * @param rounding from exact to payable
 * @param debts which debts are taken off
 * @param wornJewellery whether it counts
 */
public record EffectiveSettings(
    NisabBasis nisabBasis,
    BigDecimal goldNisabGrams,
    BigDecimal silverNisabGrams,
    YearKind year,
    NisabComparison nisabComparison,
    Rounding rounding,
    DebtPolicy debts,
    WornJewellery wornJewellery) {

  /** Those of these rules. */
  public static EffectiveSettings of(RuleSet rules) {
    return new EffectiveSettings(
        rules.nisab().basis().value(),
        rules.nisab().goldGrams().value(),
        rules.nisab().silverGrams().value(),
        rules.year().kind().value(),
        rules.nisab().comparison().value(),
        rules.rounding().value(),
        rules.debts().value(),
        rules.wornJewellery().value());
  }
}
