package amanah.campaign.entity;

import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.DonationLocation;
import amanah.campaign.domain.Refusal;
import amanah.cluster.Asking;
import amanah.cluster.Quorum;
import amanah.protocol.EarlierTries;
import amanah.protocol.WireMessage;
import java.util.Optional;

/** What a campaign says. */
public sealed interface CampaignReply extends WireMessage {

  /** The answer to a command, and the campaign with all that the command changed. */
  record Answered(Answer answer, Optional<CampaignSummary> campaign) implements CampaignReply {}

  /** The campaign after its last commit. */
  record Seen(CampaignSummary campaign) implements CampaignReply {}

  /** Where the donation is, or empty when the campaign has none of that id. */
  record Located(Optional<DonationLocation> location) implements CampaignReply {}

  /** It cannot be said, or not now. */
  record Refused(Refusal refusal, String detail) implements CampaignReply {

    /** Nothing is told for certain, since no majority counts the node in. */
    static Refused unheard() {
      return new Refused(Refusal.UNAVAILABLE, Quorum.LOST);
    }
  }

  /**
   * What is certain of it when it answers a repeat, while what was asked first may be under way: a
   * no that an earlier question could belie is not.
   */
  default CampaignReply certainWhileUnderWay() {
    return switch (this) {
      case Answered answered when answered.answer() instanceof Answer.Refused no ->
          EarlierTries.canBelie(no.refusal()) ? doubted(no.detail()) : this;
      case Answered answered -> this;
      case Seen seen -> this;
      case Located located -> this;
      case Refused no -> EarlierTries.canBelie(no.refusal()) ? doubted(no.detail()) : this;
    };
  }

  private static Refused doubted(String detail) {
    return new Refused(Refusal.TIMEOUT, Asking.DOUBTED + ": " + detail);
  }
}
