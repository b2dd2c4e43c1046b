package amanah.zakat.calculator;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import amanah.supervision.ChildKey;
import amanah.supervision.ChildSpec;
import amanah.supervision.SupervisedTree;
import amanah.supervision.Supervision;
import amanah.supervision.SupervisorNotice;
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

  /** Starts them for the root, which hears what becomes of them and what the book commits. */
  static SupervisedTree start(ActorContext<RootMessage> root, CalculatorEnvironment environment) {
    ActorRef<SupervisorNotice> notices =
        root.messageAdapter(SupervisorNotice.class, RootMessage.FromSupervisor::new);
    ActorRef<BookNotice> commits = root.messageAdapter(BookNotice.class, RootMessage.FromBook::new);
    return SupervisedTree.start(
        root, plan(environment, commits), notices, environment.elapsed(), environment.random());
  }

  private static Supervision plan(CalculatorEnvironment environment, ActorRef<BookNotice> root) {
    CalculatorLimits limits = environment.limits();
    return Supervision.restForOne()
        .intensity(limits.restart().restartsMax(), limits.restart().period())
        .child(
            ChildSpec.permanent(
                    BOOK,
                    siblings ->
                        ZakatBook.create(
                            limits.book(), root, environment.snapshots(), environment.time()))
                .restartDelay(limits.restart().delay()))
        .child(
            ChildSpec.permanent(
                PAYMENTS,
                siblings ->
                    PaymentDelivery.create(
                        environment.assessments(), limits.payments(), environment.elapsed())));
  }
}
