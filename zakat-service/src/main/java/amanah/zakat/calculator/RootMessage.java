package amanah.zakat.calculator;

import amanah.protocol.zakat.ZakatReporting;
import amanah.supervision.SupervisorNotice;
import amanah.zakat.book.BookNotice;
import amanah.zakat.book.BookReply;

/** All that the calculator's root hears. */
sealed interface RootMessage {

  /** From a desk, or from the singleton's own keeper. */
  record FromDesk(CalculatorMessage message) implements RootMessage {}

  /** From a campaign. */
  record FromCampaign(ZakatReporting message) implements RootMessage {}

  /** A child has come or gone. */
  record FromSupervisor(SupervisorNotice notice) implements RootMessage {}

  /** The book hands up what is committed. */
  record FromBook(BookNotice notice) implements RootMessage {}

  /** The book has answered. */
  record BookSaid(BookReply reply) implements RootMessage {}

  /** Assessments have a report's gifts, or not. */
  record Delivered(PaymentMessage.Delivery delivery) implements RootMessage {}

  /** Time to write what has gathered. */
  record Tick() implements RootMessage {}

  /** The patience with what has not finished is over. */
  record LeaveAnyway() implements RootMessage {}
}
