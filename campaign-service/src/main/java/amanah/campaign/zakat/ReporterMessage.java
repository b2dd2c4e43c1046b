package amanah.campaign.zakat;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignSummary;
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
  record Unanswered() implements Note {}

  /** What was missed has been read. */
  record MissedRead(ZakatSum missed) implements Note {}

  /** What was missed could not be read. */
  record MissedUnread(Throwable failure) implements Note {}

  /** Time to ask, report or read again. */
  record TryAgain() implements Note {}
}
