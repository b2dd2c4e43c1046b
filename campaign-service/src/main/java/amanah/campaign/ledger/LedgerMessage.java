package amanah.campaign.ledger;

import akka.actor.typed.ActorRef;
import amanah.campaign.domain.CampaignCommand;
import amanah.id.DonationId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the ledger takes. Whoever sends must bound what it has unanswered, see {@link
 * CampaignLedger}.
 */
public sealed interface LedgerMessage {

  /** The most donations that are looked up at once. */
  int LOCATED_MAX = 100;

  /**
   * Decide a command, journal what follows from it, then answer.
   *
   * @param ticket the sender's mark, returned with the answer
   * @param askedUntil when the first of those who ask gives up; it is not begun after that, however
   *     long it lay aside while the ledger read its journal
   */
  record Execute(
      long ticket,
      CampaignCommand command,
      Instant askedUntil,
      ActorRef<? super LedgerReply> replyTo)
      implements LedgerMessage {}

  /** What became of the snapshot that was being kept; from the ledger to itself. */
  record SnapshotSettled(Optional<Throwable> failure) implements LedgerMessage {}

  /** Say where in the journal a donation and its refunds are. */
  record Locate(long ticket, DonationId donationId, ActorRef<? super LedgerReply> replyTo)
      implements LedgerMessage {}

  /** Say which events recorded these donations, at most {@link #LOCATED_MAX}. */
  record LocateAll(Set<DonationId> donationIds, ActorRef<DonationsLocated> replyTo)
      implements LedgerMessage {

    /** Keeps its own set, and refuses a larger one. */
    public LocateAll {
      donationIds = Set.copyOf(donationIds);
      if (donationIds.size() > LOCATED_MAX) {
        throw new IllegalArgumentException(
            donationIds.size() + " donations, expected at most " + LOCATED_MAX);
      }
    }
  }
}
