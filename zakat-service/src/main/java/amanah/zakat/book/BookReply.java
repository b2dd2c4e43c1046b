package amanah.zakat.book;

import amanah.id.CampaignId;
import amanah.zakat.domain.book.BookAnswer;
import java.util.List;

/** What the book says; for a command, after the commit. */
public sealed interface BookReply {

  /** The mark of the message that this answers. */
  long ticket();

  /** The answer to a command. */
  record Answered(long ticket, BookAnswer answer) implements BookReply {}

  /** Where campaigns are, in the order in which they were asked for. */
  record Located(long ticket, List<Position> positions) implements BookReply {}

  /**
   * Where a campaign is.
   *
   * @param sequence up to which its zakat is counted; 0 when it never reported
   */
  record Position(CampaignId campaignId, long sequence) {}
}
