package amanah.campaign.ledger;

import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.DonationLocation;
import java.util.Optional;

/** What the ledger says; for a command, after the commit. */
public sealed interface LedgerReply {

  /** The mark of the message that this answers. */
  long ticket();

  /**
   * The answer to a command.
   *
   * @param campaign the campaign with all that the command changed, or empty while it is unopened
   */
  record Answered(long ticket, Answer answer, Optional<CampaignSummary> campaign)
      implements LedgerReply {}

  /** Where a donation is, or empty when the campaign has none of that id. */
  record Located(long ticket, Optional<DonationLocation> location) implements LedgerReply {}
}
