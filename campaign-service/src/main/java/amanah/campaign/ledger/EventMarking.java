package amanah.campaign.ledger;

import akka.persistence.typed.EventAdapter;
import akka.persistence.typed.EventSeq;
import amanah.campaign.domain.Campaign;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.journal.EventMark;
import org.jspecify.annotations.Nullable;

/**
 * Has each event of a campaign journaled as it is, and beside it, in a column that is written
 * anyway, its {@link EventMark}. Not thread-safe; the ledger owns it.
 */
final class EventMarking extends EventAdapter<CampaignEvent, CampaignEvent> {

  private @Nullable Campaign before;

  /** The events that come next are this campaign's. */
  void of(Campaign campaign) {
    before = campaign;
  }

  @Override
  public String manifest(CampaignEvent event) {
    if (before == null) {
      throw new IllegalStateException("an event of nobody's: " + event);
    }
    return EventMark.of(event, before);
  }

  @Override
  public CampaignEvent toJournal(CampaignEvent event) {
    return event;
  }

  @Override
  public EventSeq<CampaignEvent> fromJournal(CampaignEvent event, String mark) {
    return EventSeq.single(event);
  }
}
