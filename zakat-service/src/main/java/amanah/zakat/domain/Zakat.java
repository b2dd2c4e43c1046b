package amanah.zakat.domain;

import amanah.money.Money;
import amanah.money.Share;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.wealth.Holdings;

/** The two questions: what is due on an amount of wealth, and on all that a payer declares. */
public final class Zakat {

  private Zakat() {}

  /** What is due on so much wealth with so much nisab, by the rules' year, comparison, rounding. */
  public static Outcome<WealthZakat> ofWealth(Money wealth, Money nisab, RuleSet rules) {
    if (!wealth.currency().equals(nisab.currency())) {
      return new Outcome.Refused<>(
          new Refusal.CurrencyMismatch("nisab", nisab.currency(), wealth.currency()));
    }
    if (wealth.minor() < 0) {
      return negative("wealth", wealth);
    }
    if (nisab.minor() < 0) {
      return negative("nisab", nisab);
    }
    Share rate = rules.year().rate().value();
    boolean due = wealth.isPositive() && rules.nisab().comparison().value().reaches(wealth, nisab);
    Rational exact = due ? Rational.of(wealth, rate) : Rational.ZERO;
    Till till = new Till(wealth.currency(), rules.rounding().value());
    try {
      return new Outcome.Answered<>(new WealthZakat(due, till.payable(exact), exact, rate, nisab));
    } catch (RefusedCalculation refused) {
      return new Outcome.Refused<>(refused.refusal());
    }
  }

  /** What is due on all that a payer declares, line by line. */
  public static Outcome<Calculation> of(Holdings holdings, RuleSet rules) {
    try {
      CurrencyCheck.check(holdings);
      return new Outcome.Answered<>(new FullCalculation(holdings, rules).calculate());
    } catch (RefusedCalculation refused) {
      return new Outcome.Refused<>(refused.refusal());
    }
  }

  private static Outcome<WealthZakat> negative(String field, Money value) {
    return new Outcome.Refused<>(
        new Refusal.InvalidField(field, field + " " + value + " is negative, expected 0 or more"));
  }
}
