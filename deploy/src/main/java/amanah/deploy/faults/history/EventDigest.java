package amanah.deploy.faults.history;

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
import amanah.campaign.domain.Donation;
import java.util.Locale;

/** What an event of the journal must look like to whoever listens, as a number. */
final class EventDigest {

  private EventDigest() {}

  static long of(CampaignEvent event) {
    StreamedText text = new StreamedText();
    switch (event) {
      case CampaignOpened opened ->
          text.add("campaign-opened")
              .add(opened.terms().title())
              .add(opened.terms().goal().minor());
      case TermsAmended amended ->
          text.add("terms-amended")
              .add(amended.terms().title())
              .add(amended.terms().goal().minor());
      case StatusChanged changed ->
          text.add("status-changed")
              .add(changed.from().name().toLowerCase(Locale.ROOT))
              .add(changed.to().name().toLowerCase(Locale.ROOT));
      case DonationsRecorded recorded -> donations(text.add("donations-recorded"), recorded);
      case DonationRefunded refunded ->
          text.add("donation-refunded")
              .add(refunded.refundId().value())
              .add(refunded.donationId().value())
              .add(refunded.amount().minor());
      case MilestoneReached reached ->
          text.add("milestone-reached").add(reached.percent()).add(reached.raised().minor());
      case ViewsCounted counted -> text.add("views-counted").add(counted.count());
      case ReminderScheduled scheduled ->
          text.add("reminder-scheduled").add(scheduled.reminderId().value());
      case ReminderCancelled cancelled ->
          text.add("reminder-cancelled").add(cancelled.reminderId().value());
      case ReminderDue due -> text.add("reminder-due").add(due.reminderId().value());
    }
    return text.digest();
  }

  private static void donations(StreamedText text, DonationsRecorded recorded) {
    for (Donation donation : recorded.donations()) {
      text.add(donation.donationId().value()).add(donation.amount().minor());
    }
  }
}
