package amanah.campaign.journal;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignEvent.CampaignOpened;
import amanah.campaign.domain.CampaignEvent.DonationRefunded;
import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.CampaignEvent.MilestoneReached;
import amanah.campaign.domain.CampaignEvent.ReminderCancelled;
import amanah.campaign.domain.CampaignEvent.ReminderDue;
import amanah.campaign.domain.CampaignEvent.ReminderScheduled;
import amanah.campaign.domain.CampaignEvent.StatusChanged;
import amanah.campaign.domain.CampaignEvent.TermsAmended;
import amanah.campaign.domain.CampaignEvent.ViewsCounted;
import amanah.journal.EventFormat;
import amanah.journal.EventSerializer;
import java.util.List;

/** How each event of a campaign is kept. */
public final class CampaignEventSerializer extends EventSerializer<CampaignEvent> {

  /** Stands beside every event in the journal and never changes. */
  public static final int IDENTIFIER = 1401;

  // spotless:off
  private static final List<EventFormat<? extends CampaignEvent>> FORMATS = List.of(
      new EventFormat<>("campaign-opened.v1",    CampaignOpened.class,    CampaignOpenedFormat::write,    CampaignOpenedFormat::read),
      new EventFormat<>("terms-amended.v1",      TermsAmended.class,      TermsAmendedFormat::write,      TermsAmendedFormat::read),
      new EventFormat<>("status-changed.v1",     StatusChanged.class,     StatusChangedFormat::write,     StatusChangedFormat::read),
      new EventFormat<>("donations-recorded.v1", DonationsRecorded.class, DonationsRecordedFormat::write, DonationsRecordedFormat::read),
      new EventFormat<>("milestone-reached.v1",  MilestoneReached.class,  MilestoneReachedFormat::write,  MilestoneReachedFormat::read),
      new EventFormat<>("donation-refunded.v1",  DonationRefunded.class,  DonationRefundedFormat::write,  DonationRefundedFormat::read),
      new EventFormat<>("views-counted.v1",      ViewsCounted.class,      ViewsCountedFormat::write,      ViewsCountedFormat::read),
      new EventFormat<>("reminder-scheduled.v1", ReminderScheduled.class, ReminderFields::writeScheduled, ReminderFields::readScheduled),
      new EventFormat<>("reminder-cancelled.v1", ReminderCancelled.class, ReminderFields::writeCancelled, ReminderFields::readCancelled),
      new EventFormat<>("reminder-due.v1",       ReminderDue.class,       ReminderFields::writeDue,       ReminderFields::readDue));
  // spotless:on

  /** Refuses to start while an event has no format. */
  public CampaignEventSerializer() {
    super(IDENTIFIER, CampaignEvent.class, FORMATS);
  }
}
