package amanah.zakat.calculator;

import akka.actor.typed.ActorRef;
import amanah.id.CampaignId;
import amanah.zakat.book.BookMessage;
import amanah.zakat.book.BookReply;
import amanah.zakat.domain.book.BookCommand;
import java.util.List;
import java.util.function.LongFunction;

/**
 * What the book is asked, each message made once it has its ticket.
 *
 * @param answers where the book's replies go
 */
record BookAsks(ActorRef<BookReply> answers) implements ReportCounter.BookAsk {

  @Override
  public LongFunction<BookMessage> execute(BookCommand command) {
    return ticket -> new BookMessage.Execute(ticket, command, answers);
  }

  LongFunction<BookMessage> locate(List<CampaignId> campaignIds) {
    return ticket -> new BookMessage.Locate(ticket, campaignIds, answers);
  }
}
