package amanah.campaign.ledger;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignSummary;
import java.util.List;
import java.util.Optional;

/** What the ledger hands up of its own accord, always before it answers the command behind it. */
public sealed interface LedgerNotice {

  /** The journal has been read to its end; this is the campaign, or empty while it is unopened. */
  record Recovered(Optional<CampaignSummary> campaign) implements LedgerNotice {}

  /** These events are committed, and this is the campaign with them. */
  record Committed(List<CampaignEvent> events, CampaignSummary campaign) implements LedgerNotice {}
}
