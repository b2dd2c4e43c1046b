package amanah.campaign.zakat;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.journal.CampaignHistory.Entry;
import amanah.campaign.ledger.DonationsLocated;
import amanah.protocol.zakat.ZakatReported;
import java.util.List;

/** What a reporter takes. */
public sealed interface ReporterMessage {

  /** The campaign is like this after these events, which are committed. */
  record Committed(List<CampaignEvent> events, CampaignSummary campaign)
      implements ReporterMessage {}

  /** Somebody thinks that not all is reported. */
  record Look() implements ReporterMessage {}

  /** What a reporter hears that is nobody else's business. */
  sealed interface Note extends ReporterMessage {}

  /** The calculator has answered. */
  record Answered(ZakatReported answer) implements Note {}

  /** The calculator has not answered in time. */
  record Overdue() implements Note {}

  /** Events that were missed have been read. */
  record MissedRead(List<Entry> entries) implements Note {}

  /** The ledger has said where donations are that were refunded. */
  record Located(DonationsLocated donations) implements Note {}

  /** The events of those donations have been read. */
  record DonationsRead(List<Entry> entries) implements Note {}

  /** The journal could not be read. */
  record Unread(Throwable failure) implements Note {}

  /** Time to ask, report or read again. */
  record TryAgain() implements Note {}
}
