package amanah.deploy.faults.books;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignEvent.DonationRefunded;
import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.Donation;
import java.util.HashMap;
import java.util.Map;

/** What the journal has of zakat that was given towards assessments, less what was given back. */
public final class AssessedZakat {

  private final Map<String, String> assessments = new HashMap<>();
  private final Map<String, Long> paidMinor = new HashMap<>();

  /** Goes on to the next event. */
  public void accept(JournalEvent row) {
    switch (row.event()) {
      case DonationsRecorded recorded ->
          recorded.donations().forEach(donation -> donated(row.campaignId(), donation));
      case DonationRefunded refunded -> refunded(row.campaignId(), refunded);
      case CampaignEvent.CampaignOpened opened -> {}
      case CampaignEvent.TermsAmended amended -> {}
      case CampaignEvent.StatusChanged changed -> {}
      case CampaignEvent.MilestoneReached reached -> {}
      case CampaignEvent.ViewsCounted counted -> {}
      case CampaignEvent.ReminderScheduled scheduled -> {}
      case CampaignEvent.ReminderCancelled cancelled -> {}
      case CampaignEvent.ReminderDue due -> {}
    }
  }

  /** In cents. */
  public long paidMinor(String assessmentId) {
    return paidMinor.getOrDefault(assessmentId, 0L);
  }

  private void donated(String campaignId, Donation donation) {
    if (donation.assessmentId() != null) {
      String assessment = donation.assessmentId().value();
      assessments.put(campaignId + "/" + donation.donationId().value(), assessment);
      paidMinor.merge(assessment, donation.amount().minor(), Math::addExact);
    }
  }

  private void refunded(String campaignId, DonationRefunded refunded) {
    String assessment = assessments.get(campaignId + "/" + refunded.donationId().value());
    if (assessment != null) {
      paidMinor.merge(assessment, -refunded.amount().minor(), Math::addExact);
    }
  }
}
