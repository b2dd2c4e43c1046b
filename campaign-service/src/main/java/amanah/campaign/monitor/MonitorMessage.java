package amanah.campaign.monitor;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.ledger.LedgerReply;
import java.util.List;

/** What a monitor takes. */
public sealed interface MonitorMessage {

  /** The campaign is like this after these events. */
  record Observed(List<CampaignEvent> events, CampaignSummary campaign) implements MonitorMessage {}

  /** Somebody looked at the campaign. */
  record Viewed() implements MonitorMessage {}

  /** What a monitor hears that is nobody else's business. */
  sealed interface Note extends MonitorMessage {}

  /** Time to journal the views that were counted. */
  record ViewsDue() implements Note {}

  /** Time to look what is due. */
  record TimeDue() implements Note {}

  /** The ledger's answer. */
  record LedgerSaid(LedgerReply reply) implements Note {}
}
