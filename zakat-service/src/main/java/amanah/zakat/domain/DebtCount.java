package amanah.zakat.domain;

import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.rule.DebtPolicy;
import amanah.zakat.domain.rule.Sourced;
import amanah.zakat.domain.wealth.DebtTerm;
import amanah.zakat.domain.wealth.Liability;
import amanah.zakat.domain.wealth.Liability.Debt;
import amanah.zakat.domain.wealth.Liability.Instalments;

/** Counts what each liability takes off monetary wealth under the rules' policy. */
record DebtCount(Sourced<DebtPolicy> policy, Till till) {

  private static final int INSTALMENTS_A_YEAR = 12;

  Deduction of(Liability liability) {
    return switch (liability) {
      case Debt debt -> debt(debt);
      case Instalments loan -> instalments(loan);
    };
  }

  private Deduction debt(Debt debt) {
    String what = "debt " + debt.value() + ", due " + Till.lower(debt.due());
    return counts(debt.due())
        ? taken(debt, what, Rational.of(debt.value()))
        : taken(debt, what, Rational.ZERO);
  }

  private boolean counts(DebtTerm due) {
    return switch (policy.value()) {
      case NONE -> false;
      case DUE_NOW -> due == DebtTerm.NOW;
      case NEXT_12_MONTHS -> due != DebtTerm.LATER;
      case ALL -> true;
    };
  }

  private Deduction instalments(Instalments loan) {
    int count =
        switch (policy.value()) {
          case NONE -> 0;
          case DUE_NOW -> 1;
          case NEXT_12_MONTHS, ALL -> INSTALMENTS_A_YEAR;
        };
    Rational instalments = Rational.of(loan.monthly()).times(Rational.of(count));
    String what = "loan of " + loan.total() + ", " + count + " instalments of " + loan.monthly();
    return taken(loan, what, instalments.min(Rational.of(loan.total())));
  }

  private Deduction taken(Liability liability, String what, Rational amount) {
    return new Deduction(
        liability,
        amount,
        what
            + ", takes off "
            + till.words(amount)
            + " by the policy "
            + Till.lower(policy.value())
            + " ("
            + policy.source()
            + ")");
  }
}
