package amanah.zakat.domain;

import amanah.money.Money;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.rule.RuleSetId;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a full calculation.
 *
 * @param rules the profile and version that answered
 * @param due whether anything is due, in money or in kind
 * @param zakat all that is due in money, rounded once, from the exact sum
 * @param exact the same in major units, unrounded
 * @param pool monetary wealth; empty when none was declared
 * @param lines one for each asset, in its order
 * @param deductions one for each liability, in its order
 * @param explanation of the whole, in plain words
 */
public record Calculation(
    RuleSetId rules,
    boolean due,
    Money zakat,
    Rational exact,
    Optional<Pool> pool,
    List<Line> lines,
    List<Deduction> deductions,
    String explanation) {

  /** Keeps its own lists. */
  public Calculation {
    lines = List.copyOf(lines);
    deductions = List.copyOf(deductions);
  }
}
