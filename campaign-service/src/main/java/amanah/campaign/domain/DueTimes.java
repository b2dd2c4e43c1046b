package amanah.campaign.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a campaign has something to do by itself: to complete at its end, and to remind. It does not
 * change; events lead to others, and neither donations nor refunds do.
 *
 * @param terms what it promises its donors, or null before it was opened
 */
public record DueTimes(@Nullable CampaignTerms terms, CampaignStatus status, Reminders reminders) {

  static final DueTimes UNOPENED = new DueTimes(null, CampaignStatus.DRAFT, Reminders.NONE);

  /** The times after an event that can follow. */
  public DueTimes after(CampaignEvent event) {
    return switch (event) {
      case CampaignEvent.CampaignOpened opened ->
          new DueTimes(opened.terms(), CampaignStatus.atOpening(opened.draft()), Reminders.NONE);
      case CampaignEvent.TermsAmended amended -> new DueTimes(amended.terms(), status, reminders);
      case CampaignEvent.StatusChanged changed -> new DueTimes(terms, changed.to(), reminders);
      case CampaignEvent.ReminderScheduled scheduled -> with(after(reminders, scheduled));
      case CampaignEvent.ReminderCancelled cancelled -> with(after(reminders, cancelled));
      case CampaignEvent.ReminderDue due -> with(after(reminders, due));
      case CampaignEvent.DonationsRecorded recorded -> this;
      case CampaignEvent.DonationRefunded refunded -> this;
      case CampaignEvent.MilestoneReached reached -> this;
      case CampaignEvent.ViewsCounted counted -> this;
    };
  }

  static Reminders after(Reminders reminders, CampaignEvent.ReminderScheduled scheduled) {
    return reminders.plus(
        new Reminder(
            scheduled.reminderId(),
            scheduled.due(),
            scheduled.message(),
            Reminder.Status.SCHEDULED));
  }

  static Reminders after(Reminders reminders, CampaignEvent.ReminderCancelled cancelled) {
    return reminders.settled(cancelled.reminderId(), Reminder.Status.CANCELLED);
  }

  static Reminders after(Reminders reminders, CampaignEvent.ReminderDue due) {
    return reminders.settled(due.reminderId(), Reminder.Status.DUE);
  }

  private DueTimes with(Reminders others) {
    return new DueTimes(terms, status, others);
  }

  /** The next of them, if there is one. */
  public Optional<Instant> next() {
    return terms == null ? Optional.empty() : next(terms, status, reminders.next());
  }

  /** The next time of a campaign that stands there under these terms. */
  static Optional<Instant> next(
      CampaignTerms terms, CampaignStatus status, @Nullable Instant reminder) {
    boolean isOver = status.successors().isEmpty();
    boolean completes = status.successors().contains(CampaignStatus.COMPLETED);
    Instant end = completes ? terms.endsAt() : null;
    if (isOver || reminder == null) {
      return Optional.ofNullable(end);
    }
    return Optional.of(end == null || reminder.isBefore(end) ? reminder : end);
  }
}
