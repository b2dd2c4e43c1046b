package amanah.campaign.zakat;

import amanah.id.CampaignId;
import amanah.protocol.zakat.ZakatReported;
import java.util.List;
import java.util.Map;

/**
 * Some campaigns that have zakat.
 *
 * @param newest the newest event of each that may bear some, as far as the page saw
 * @param next where the next page begins
 * @param last whether there is no next one for now
 */
record SweptPage(Map<CampaignId, Long> newest, SweepCursor next, boolean last) {

  /** Keeps its own map. */
  SweptPage {
    newest = Map.copyOf(newest);
  }

  /** The campaigns to ask about. */
  List<CampaignId> campaigns() {
    return List.copyOf(newest.keySet());
  }

  /**
   * Whether this is about the page's campaigns and no others: late answers are about earlier ones.
   */
  boolean isAnsweredBy(ZakatReported.Positions positions) {
    return positions.positions().size() == newest.size()
        && positions.positions().stream()
            .allMatch(position -> newest.containsKey(position.campaignId()));
  }
}
