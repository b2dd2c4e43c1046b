package amanah.campaign.entity;

import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.DonationOutcome;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.module.SimpleModule;

/**
 * How the domain's words travel between nodes in {@link CampaignMessage} and {@link CampaignReply}:
 * the domain itself knows no format, so the names of its sealed types are given here.
 */
public final class CampaignWire extends SimpleModule {

  private static final long serialVersionUID = 1;

  /** Found by its name in the configuration. */
  public CampaignWire() {
    super("amanah-campaign");
    setMixInAnnotation(CampaignCommand.class, Command.class);
    setMixInAnnotation(Answer.class, AnswerName.class);
    setMixInAnnotation(DonationOutcome.class, Outcome.class);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = CampaignCommand.Open.class, name = "open"),
    @JsonSubTypes.Type(value = CampaignCommand.Amend.class, name = "amend"),
    @JsonSubTypes.Type(value = CampaignCommand.ChangeStatus.class, name = "change-status"),
    @JsonSubTypes.Type(value = CampaignCommand.RecordDonations.class, name = "record-donations"),
    @JsonSubTypes.Type(value = CampaignCommand.Refund.class, name = "refund"),
    @JsonSubTypes.Type(value = CampaignCommand.RecordViews.class, name = "record-views"),
    @JsonSubTypes.Type(value = CampaignCommand.ScheduleReminder.class, name = "schedule-reminder"),
    @JsonSubTypes.Type(value = CampaignCommand.CancelReminder.class, name = "cancel-reminder"),
    @JsonSubTypes.Type(value = CampaignCommand.ListReminders.class, name = "list-reminders"),
    @JsonSubTypes.Type(value = CampaignCommand.DoWhatIsDue.class, name = "end-if-due")
  })
  private interface Command {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Answer.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = Answer.DonationsAnswered.class, name = "donations-answered"),
    @JsonSubTypes.Type(value = Answer.RefundRecorded.class, name = "refund-recorded"),
    @JsonSubTypes.Type(value = Answer.ReminderTold.class, name = "reminder-told"),
    @JsonSubTypes.Type(value = Answer.RemindersListed.class, name = "reminders-listed"),
    @JsonSubTypes.Type(value = Answer.Refused.class, name = "refused")
  })
  private interface AnswerName {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = DonationOutcome.Recorded.class, name = "recorded"),
    @JsonSubTypes.Type(value = DonationOutcome.Refused.class, name = "refused")
  })
  private interface Outcome {}
}
