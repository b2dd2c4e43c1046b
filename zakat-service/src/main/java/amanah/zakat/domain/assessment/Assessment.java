package amanah.zakat.domain.assessment;

import amanah.money.Money;
import amanah.zakat.domain.question.FullAnswer;
import java.time.Instant;
import java.util.List;

/**
 * An assessment as it stands.
 *
 * @param request as it was asked
 * @param answer as it was computed once; never {@code cached}
 * @param at when it was made
 * @param paid what counts towards it: payments of its currency, less what was returned of them
 * @param payments the newest first, as many as one answer shows
 * @param paymentCount all there are
 */
public record Assessment(
    AssessmentRequest request,
    FullAnswer answer,
    Instant at,
    Money paid,
    List<AssessedPayment> payments,
    int paymentCount) {

  /** Keeps its own list. */
  public Assessment {
    payments = List.copyOf(payments);
  }

  /** All that is due in money. */
  public Money due() {
    return answer.calculation().zakat();
  }

  /** What is left to pay, never less than nothing. */
  public Money outstanding() {
    return orNothing(due().minus(paid));
  }

  /** What was paid beyond what is due, never less than nothing. */
  public Money overpaid() {
    return orNothing(paid.minus(due()));
  }

  private static Money orNothing(Money money) {
    return money.isPositive() ? money : Money.zero(money.currency());
  }
}
