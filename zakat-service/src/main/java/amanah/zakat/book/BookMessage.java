package amanah.zakat.book;

import akka.actor.typed.ActorRef;
import amanah.id.CampaignId;
import amanah.zakat.domain.book.BookCommand;
import java.util.List;
import java.util.Optional;

/** What the book takes. Whoever sends must bound what it has unanswered, see {@link ZakatBook}. */
public sealed interface BookMessage {

  /**
   * Decide a command, journal what follows from it, then answer.
   *
   * @param ticket the sender's mark, returned with the answer
   */
  record Execute(long ticket, BookCommand command, ActorRef<? super BookReply> replyTo)
      implements BookMessage {}

  /** Say up to where these campaigns are counted. */
  record Locate(long ticket, List<CampaignId> campaignIds, ActorRef<? super BookReply> replyTo)
      implements BookMessage {}

  /** What became of the snapshot that was being kept; from the book to itself. */
  record SnapshotSettled(Optional<Throwable> failure) implements BookMessage {}
}
