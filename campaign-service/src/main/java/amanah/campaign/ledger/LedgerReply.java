package amanah.campaign.ledger;

import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.DonationLocation;
import amanah.campaign.domain.Refusal;
import java.util.Optional;

/** What the ledger says; for a command that changes something, after the commit. */
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

  /** Not begun: it came to its turn when whoever gives up first had given up. */
  record Late(long ticket) implements LedgerReply {}

  /**
   * Its node may not speak for the campaign.
   *
   * @param refusal {@link Refusal#UNAVAILABLE} when nothing was written, {@link Refusal#TIMEOUT}
   *     when it was journaled while the node lost its majority
   */
  record Withheld(long ticket, Refusal refusal, String detail) implements LedgerReply {}
}
