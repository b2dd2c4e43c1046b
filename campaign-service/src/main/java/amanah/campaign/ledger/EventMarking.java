package amanah.campaign.ledger;

import akka.persistence.typed.EventAdapter;
import akka.persistence.typed.EventSeq;
import amanah.campaign.domain.Campaign;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.journal.ZakatMark;

/**
 * Has each event of a campaign journaled as it is, and beside it, in a column that is written
 * anyway, its {@link ZakatMark}. Not thread-safe; the ledger owns it.
 */
final class ZakatMarking extends EventAdapter<CampaignEvent, CampaignEvent> {

  private boolean zakatEligible;

  /** The events that come next are this campaign's. */
  void of(Campaign campaign) {
    zakatEligible = campaign.isZakatEligible();
  }

  @Override
  public String manifest(CampaignEvent event) {
    return ZakatMark.of(event, zakatEligible);
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
