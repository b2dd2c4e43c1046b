package amanah.campaign.simulation;

import amanah.campaign.batching.DonationsSettled;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.entity.CampaignReply;
import amanah.protocol.WireMessage;

/** Answers in few words, for the trace. */
final class Brief {

  private Brief() {}

  static String of(WireMessage reply) {
    return switch (reply) {
      case DonationsSettled settled ->
          String.join(" ", settled.outcomes().stream().map(Brief::of).toList());
      case CampaignReply.Answered answered -> answered.answer().toString();
      case CampaignReply.Seen seen -> "seen at " + seen.campaign().sequence();
      default -> reply.toString();
    };
  }

  private static String of(DonationOutcome outcome) {
    return switch (outcome) {
      case DonationOutcome.Recorded recorded ->
          recorded.donationId() + "@" + recorded.sequence() + (recorded.replayed() ? " again" : "");
      case DonationOutcome.Refused refused -> refused.donationId() + " " + refused.refusal();
    };
  }
}
