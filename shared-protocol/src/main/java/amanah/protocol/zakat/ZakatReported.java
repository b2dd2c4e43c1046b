package amanah.protocol.zakat;

import amanah.id.CampaignId;
import amanah.protocol.WireMessage;
import java.util.List;

/** What the calculator of zakat says to campaigns. */
public sealed interface ZakatReported extends WireMessage {

  /**
   * All zakat of the campaign up to here is counted, and nothing after it: the truth at this
   * moment, and after a report the truth after its commit. A campaign that reported something else
   * reads its journal from here on.
   *
   * @param sequence 0 for a campaign that never reported
   */
  record Position(CampaignId campaignId, long sequence) implements ZakatReported {}

  /** The same of many campaigns, in the order in which they were asked for. */
  record Positions(List<Position> positions) implements ZakatReported {

    /** Keeps its own list. */
    public Positions {
      positions = List.copyOf(positions);
    }
  }

  /**
   * Not now; try again after a while. A report may have been counted or not.
   *
   * @param detail why, for the log
   */
  record NotNow(String detail) implements ZakatReported {}
}
