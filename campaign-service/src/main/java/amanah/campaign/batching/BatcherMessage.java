package amanah.campaign.batching;

import akka.actor.typed.ActorRef;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.Donation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a batcher takes. */
public sealed interface BatcherMessage {

  /**
   * Record these, in order, and say what became of each once all are settled.
   *
   * @param askedUntil those that are not in a batch by then are not put into one any more
   */
  record Donate(
      List<Donation> donations, Instant askedUntil, ActorRef<? super DonationsSettled> replyTo)
      implements BatcherMessage {}

  /**
   * Say what you are doing.
   *
   * @param campaign as it was last committed
   */
  record GetStatus(CampaignSummary campaign, ActorRef<? super BatcherReply> replyTo)
      implements BatcherMessage {}

  /**
   * Answer when everything that is pending now is settled.
   *
   * @param campaign as it was last committed, or empty when it was not opened
   */
  record Flush(Optional<CampaignSummary> campaign, ActorRef<? super BatcherReply> replyTo)
      implements BatcherMessage {}

  /** What a batcher hears that is nobody else's business. */
  sealed interface Note extends BatcherMessage permits LedgerSaid, Tick {}
}
