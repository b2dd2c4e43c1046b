package amanah.campaign.zakat;

import amanah.id.CampaignId;
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
}
