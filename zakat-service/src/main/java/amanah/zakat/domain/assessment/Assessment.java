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
 * @param paid what counts towards it: payments of its currency, less what was returned of them;
 *     less than nothing only while a refund is known before its gift
 * @param unapplied the same in each other currency, which is shown and does not count
 * @param payments the newest first, at most {@value #SHOWN_MAX} gifts and refunds; none that was
 *     given anonymously, nor one of which a refund alone is known
 * @param paymentCount how many gifts there are, all told, also those that are not shown
 * @param sequence how many events it has had: the journal's sequence number of the last one
 */
public record Assessment(
    AssessmentRequest request,
    FullAnswer answer,
    Instant at,
    Money paid,
    List<Money> unapplied,
    List<AssessedPayment> payments,
    int paymentCount,
    long sequence) {

  /** So many gifts and refunds are shown one by one; older ones are in the sums alone. */
  public static final int SHOWN_MAX = 200;

  /** Keeps its own lists. */
  public Assessment {
    unapplied = List.copyOf(unapplied);
    payments = List.copyOf(payments);
  }

  /** All that is due in money. */
  public Money due() {
    return answer.calculation().zakat();
  }

  /** What is left to pay, never less than nothing. */
  public Money outstanding() {
    Money due = due();
    if (paid.compareTo(due) >= 0) {
      return Money.zero(due.currency());
    }
    Money notPaid = Money.of(-paid.minor(), paid.currency());
    return due.canAdd(notPaid) ? due.plus(notPaid) : Money.of(Long.MAX_VALUE, due.currency());
  }

  /** What was paid beyond what is due, never less than nothing. */
  public Money overpaid() {
    Money due = due();
    return paid.compareTo(due) > 0 ? paid.minus(due) : Money.zero(due.currency());
  }
}
