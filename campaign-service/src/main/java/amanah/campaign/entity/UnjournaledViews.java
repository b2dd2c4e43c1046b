package amanah.campaign.entity;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignSummary;
import java.util.List;

/** Views that were counted and are not in the journal yet. Not thread-safe; the root owns it. */
final class UnjournaledViews {

  private long count;

  void viewed() {
    count++;
  }

  /** The monitor that counted them has begun anew. */
  void forget() {
    count = 0;
  }

  /** These are in the journal now. */
  void journaled(List<CampaignEvent> events) {
    for (CampaignEvent event : events) {
      if (event instanceof CampaignEvent.ViewsCounted counted) {
        count = Math.max(0, count - counted.count());
      }
    }
  }

  /** The campaign with them. */
  CampaignSummary addedTo(CampaignSummary campaign) {
    return campaign.plusViews(count);
  }
}
