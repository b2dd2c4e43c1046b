package amanah.campaign.ledger;

import akka.persistence.typed.EventAdapter;
import akka.persistence.typed.EventSeq;
import amanah.campaign.domain.Campaign;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.DueTimes;
import amanah.campaign.journal.EventMark;
import org.jspecify.annotations.Nullable;

/**
 * Has each event of a campaign journaled as it is, and beside it, in a column that is written
 * anyway, its {@link EventMark}. Not thread-safe; the ledger owns it.
 */
final class EventMarking extends EventAdapter<CampaignEvent, CampaignEvent> {

  private boolean zakatEligible;
  private @Nullable DueTimes due;

  /** The events that come next are this campaign's, in their order. */
  void of(Campaign campaign) {
    zakatEligible = campaign.isZakatEligible();
    due = campaign.dueTimes();
  }

  /** Akka asks once for each event that is journaled. */
  @Override
  public String manifest(CampaignEvent event) {
    if (due == null) {
      throw new IllegalStateException("an event of nobody's: " + event);
    }
    due = due.after(event);
    return EventMark.of(event, zakatEligible, due);
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
