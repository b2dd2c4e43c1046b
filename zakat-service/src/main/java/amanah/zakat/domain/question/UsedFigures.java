package amanah.zakat.domain.question;

import amanah.zakat.domain.Calculation;
import amanah.zakat.domain.Outcome;
import amanah.zakat.domain.Zakat;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.Sourced;
import amanah.zakat.domain.wealth.Holdings;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The dated figures that an answer was computed with; together with the question and the version of
 * the rules they give the same answer for ever.
 *
 * @param asOf the day whose figures were looked up
 * @param prices as given, else as published last on that day or before
 * @param incomeNisab published for the profile, in place of its own; empty when there is none newer
 * @param settings in force, whether the profile or the question chose them
 */
public record UsedFigures(
    LocalDate asOf,
    UsedPrices prices,
    Optional<Sourced<IncomeNisab>> incomeNisab,
    EffectiveSettings settings) {

  /** The figures for a question, by the rules that it names. */
  public static UsedFigures of(
      LocalDate asOf,
      UsedPrices prices,
      Optional<Sourced<IncomeNisab>> incomeNisab,
      RuleSet named,
      FullQuestion question) {
    return new UsedFigures(
        asOf, prices, incomeNisab, EffectiveSettings.of(named.with(question.settings())));
  }

  /**
   * The answer to a question with these figures, now and in a hundred years.
   *
   * @param named the rules that the question names, in the version that answered first
   */
  public Outcome<Calculation> calculate(FullQuestion question, RuleSet named) {
    RuleSet chosen = named.with(question.settings());
    return Zakat.of(
        new Holdings(
            question.currency(), question.assets(), question.liabilities(), prices.perGram()),
        incomeNisab.map(chosen::withIncomeNisab).orElse(chosen));
  }
}
