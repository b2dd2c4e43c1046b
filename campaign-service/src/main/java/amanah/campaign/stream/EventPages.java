package amanah.campaign.stream;

import amanah.id.CampaignId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** What is committed, page by page. */
interface EventPages {

  /** The events after a number that can be seen now, in order. */
  CompletionStage<List<StreamedEvent>> after(CampaignId campaignId, long sequence);

  /** The number of each campaign's last event; campaigns without one are left out. */
  CompletionStage<Map<CampaignId, Long>> newest(Collection<CampaignId> campaignIds);
}
