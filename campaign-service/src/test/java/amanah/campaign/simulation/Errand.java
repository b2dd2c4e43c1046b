package amanah.campaign.simulation;

import akka.actor.typed.ActorRef;
import amanah.campaign.batching.BatcherReply;
import amanah.campaign.batching.DonationsSettled;
import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Refusal;
import amanah.campaign.entity.CampaignMessage;
import amanah.campaign.entity.CampaignReply;
import amanah.protocol.WireMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Something that a caller wants, and wants to know the end of. */
sealed interface Errand {

  /**
   * What is asked now: all of it, or what has not been answered for certain yet.
   *
   * @param askedUntil when it must not be begun any more
   */
  CampaignMessage message(Instant askedUntil, ActorRef<WireMessage> replyTo);

  /** Takes an answer; whether nothing is left to ask. */
  boolean settle(WireMessage reply);

  /** Whether the caller has to ask again. */
  static boolean again(Refusal refusal) {
    return switch (refusal) {
      case OVERLOADED, UNAVAILABLE, TIMEOUT -> true;
      case CAMPAIGN_NOT_FOUND,
          CAMPAIGN_EXISTS,
          CAMPAIGN_NOT_ACTIVE,
          ILLEGAL_TRANSITION,
          PRECONDITION_FAILED,
          UNKNOWN_CURRENCY,
          CURRENCY_MISMATCH,
          INVALID_AMOUNT,
          INVALID_FIELD,
          GOAL_EXCEEDED,
          NOT_ZAKAT_ELIGIBLE,
          IDEMPOTENCY_MISMATCH,
          ASSESSMENT_NOT_FOUND,
          REMINDER_NOT_FOUND,
          DONATION_NOT_FOUND,
          REFUND_EXCEEDS_CAPTURED,
          LIMIT_REACHED ->
          false;
    };
  }

  /** Donations in one message. */
  final class Giving implements Errand {

    private List<Donation> open;

    Giving(List<Donation> donations) {
      open = donations;
    }

    @Override
    public CampaignMessage message(Instant askedUntil, ActorRef<WireMessage> replyTo) {
      return new CampaignMessage.Donate(open, askedUntil, replyTo.narrow());
    }

    @Override
    public boolean settle(WireMessage reply) {
      List<DonationOutcome> outcomes = ((DonationsSettled) reply).outcomes();
      Set<String> again = new HashSet<>();
      for (DonationOutcome outcome : outcomes) {
        if (outcome instanceof DonationOutcome.Refused refused && again(refused.refusal())) {
          again.add(refused.donationId().value());
        }
      }
      List<Donation> left = new ArrayList<>(open);
      left.removeIf(donation -> !again.contains(donation.donationId().value()));
      open = left;
      return open.isEmpty();
    }

    @Override
    public String toString() {
      return "give "
          + String.join(
              " ", open.stream().map(each -> each.donationId() + "=" + each.amount()).toList());
    }
  }

  /** A command that is not about donating. */
  record Commanding(CampaignCommand command) implements Errand {

    @Override
    public CampaignMessage message(Instant askedUntil, ActorRef<WireMessage> replyTo) {
      return new CampaignMessage.Execute(command, askedUntil, replyTo.narrow());
    }

    @Override
    public boolean settle(WireMessage reply) {
      return switch ((CampaignReply) reply) {
        case CampaignReply.Answered answered ->
            !(answered.answer() instanceof Answer.Refused refused) || !again(refused.refusal());
        case CampaignReply.Refused refused -> !again(refused.refusal());
        case CampaignReply.Seen seen -> throw new IllegalStateException(seen.toString());
        case CampaignReply.Located located -> throw new IllegalStateException(located.toString());
      };
    }
  }

  /** A question that changes nothing that anybody may rely on. */
  record Looking(Question question) implements Errand {

    /** What can be asked. */
    enum Question {
      CAMPAIGN,
      VIEW,
      BATCHER,
      FLUSH
    }

    @Override
    public CampaignMessage message(Instant askedUntil, ActorRef<WireMessage> replyTo) {
      return switch (question) {
        case CAMPAIGN -> new CampaignMessage.Get(replyTo.narrow());
        case VIEW -> new CampaignMessage.TrackView(replyTo.narrow());
        case BATCHER -> new CampaignMessage.GetBatcher(replyTo.narrow());
        case FLUSH -> new CampaignMessage.FlushBatcher(replyTo.narrow());
      };
    }

    @Override
    public boolean settle(WireMessage reply) {
      return switch (reply) {
        case CampaignReply.Refused refused -> !again(refused.refusal());
        case BatcherReply.Refused refused -> !again(refused.refusal());
        default -> true;
      };
    }
  }
}
