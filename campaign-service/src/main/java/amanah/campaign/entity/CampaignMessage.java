package amanah.campaign.entity;

import akka.actor.typed.ActorRef;
import amanah.campaign.batching.BatcherReply;
import amanah.campaign.batching.DonationsSettled;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.Refusal;
import amanah.cluster.Quorum;
import amanah.id.DonationId;
import amanah.protocol.WireMessage;
import java.time.Instant;
import java.util.List;

/**
 * What a campaign takes from any node, and from its shard. Every question is answered, at the
 * latest with a refusal.
 */
public sealed interface CampaignMessage extends WireMessage {

  /**
   * Decide and journal a command that is not about donating.
   *
   * @param askedUntil when whoever asks gives up; from then on it must not be begun any more
   */
  record Execute(CampaignCommand command, Instant askedUntil, ActorRef<CampaignReply> replyTo)
      implements CampaignMessage {}

  /**
   * Record donations, in order.
   *
   * @param askedUntil when whoever asks gives up; from then on none of them must be begun any more,
   *     for he may have been told something else meanwhile
   */
  record Donate(List<Donation> donations, Instant askedUntil, ActorRef<DonationsSettled> replyTo)
      implements CampaignMessage {}

  /** Show the campaign after its last commit. */
  record Get(ActorRef<CampaignReply> replyTo) implements CampaignMessage {}

  /** Say where in the journal a donation is. */
  record Locate(DonationId donationId, ActorRef<CampaignReply> replyTo)
      implements CampaignMessage {}

  /** Count a view. */
  record TrackView(ActorRef<CampaignReply> replyTo) implements CampaignMessage {}

  /** Say what the batcher is doing. */
  record GetBatcher(ActorRef<BatcherReply> replyTo) implements CampaignMessage {}

  /** Answer when every donation that is pending now is settled. */
  record FlushBatcher(ActorRef<BatcherReply> replyTo) implements CampaignMessage {}

  /** See whether all zakat is reported; nobody waits for an answer. */
  record LookForZakat() implements CampaignMessage {}

  /**
   * Say once when there is an event after that number, at once if there is one already. Nobody
   * relies on the answer: it only spares him looking.
   */
  record Follow(long after, ActorRef<CampaignStirred> replyTo) implements CampaignMessage {}

  /** Finish what has begun, and stop: the shard moves, or nobody has asked for a while. */
  record Leave() implements CampaignMessage {}

  /** Answers that it cannot be done now, in the words of its kind. */
  default void refuse(Refusal refusal, String detail) {
    refuse(Quorum.always(), refusal, detail);
  }

  /**
   * Answers that it cannot be done, in the words of its kind.
   *
   * @param quorum whose word the answer waits for, since it rests on what this node knows
   */
  default void refuse(Quorum quorum, Refusal refusal, String detail) {
    switch (this) {
      case Donate donate ->
          quorum.tell(
              donate.replyTo(),
              DonationsSettled.refused(donate.donations(), refusal, detail),
              DonationsSettled.refused(donate.donations(), Refusal.UNAVAILABLE, Quorum.LOST));
      case Execute execute -> refuse(quorum, execute.replyTo(), refusal, detail);
      case Locate locate -> refuse(quorum, locate.replyTo(), refusal, detail);
      case Get get -> refuse(quorum, get.replyTo(), refusal, detail);
      case TrackView view -> refuse(quorum, view.replyTo(), refusal, detail);
      case GetBatcher get -> refuseReport(quorum, get.replyTo(), refusal, detail);
      case FlushBatcher flush -> refuseReport(quorum, flush.replyTo(), refusal, detail);
      case Follow follow -> {}
      case Leave leave -> {}
      case LookForZakat look -> {}
    }
  }

  private static void refuse(
      Quorum quorum, ActorRef<CampaignReply> replyTo, Refusal refusal, String detail) {
    quorum.tell(
        replyTo, new CampaignReply.Refused(refusal, detail), CampaignReply.Refused.unheard());
  }

  private static void refuseReport(
      Quorum quorum, ActorRef<BatcherReply> replyTo, Refusal refusal, String detail) {
    quorum.tell(
        replyTo,
        new BatcherReply.Refused(refusal, detail),
        new BatcherReply.Refused(Refusal.UNAVAILABLE, Quorum.LOST));
  }
}
