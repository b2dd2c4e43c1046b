package amanah.campaign.ledger;

import akka.actor.typed.ActorRef;
import amanah.campaign.domain.CampaignCommand;
import amanah.id.DonationId;
import java.util.Optional;

/**
 * What the ledger takes. Whoever sends must bound what it has unanswered, see {@link
 * CampaignLedger}.
 */
public sealed interface LedgerMessage {

  /**
   * Decide a command, journal what follows from it, then answer.
   *
   * @param ticket the sender's mark, returned with the answer
   */
  record Execute(long ticket, CampaignCommand command, ActorRef<? super LedgerReply> replyTo)
      implements LedgerMessage {}

  /** What became of the snapshot that was being kept; from the ledger to itself. */
  record SnapshotSettled(Optional<Throwable> failure) implements LedgerMessage {}

  /** Say where in the journal a donation and its refunds are. */
  record Locate(long ticket, DonationId donationId, ActorRef<? super LedgerReply> replyTo)
      implements LedgerMessage {}
}
