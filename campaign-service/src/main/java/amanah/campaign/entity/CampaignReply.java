package amanah.campaign.entity;

import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.DonationLocation;
import amanah.campaign.domain.Refusal;
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
  record Refused(Refusal refusal, String detail) implements CampaignReply {}
}
