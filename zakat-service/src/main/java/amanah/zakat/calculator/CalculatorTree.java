package amanah.zakat.calculator;

import akka.actor.typed.ActorRef;
import amanah.supervision.ChildKey;
import amanah.supervision.ChildSpec;
import amanah.supervision.Supervision;
import amanah.zakat.book.BookMessage;
import amanah.zakat.book.BookNotice;
import amanah.zakat.book.ZakatBook;

/**
 * The calculator's children: the book first, and after it those who tell assessments, who are
 * nothing without it.
 */
final class CalculatorTree {

  static final ChildKey<BookMessage> BOOK = ChildKey.of("book");
  static final ChildKey<PaymentMessage> PAYMENTS = ChildKey.of("payments");

  private CalculatorTree() {}

  static Supervision of(CalculatorEnvironment environment, ActorRef<BookNotice> root) {
    CalculatorLimits limits = environment.limits();
    return Supervision.restForOne()
        .intensity(limits.restart().restartsMax(), limits.restart().period())
        .child(
            ChildSpec.permanent(
                    BOOK,
                    siblings ->
                        ZakatBook.create(
                            limits.book(), root, environment.snapshots(), environment.clock()))
                .restartDelay(limits.restart().delay()))
        .child(
            ChildSpec.permanent(
                PAYMENTS,
                siblings ->
                    PaymentDelivery.create(
                        environment.assessments(), limits.payments(), environment.clock())));
  }
}
