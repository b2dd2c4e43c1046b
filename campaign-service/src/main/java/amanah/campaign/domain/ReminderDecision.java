package amanah.campaign.domain;

import amanah.campaign.domain.CampaignEvent.ReminderCancelled;
import amanah.campaign.domain.CampaignEvent.ReminderDue;
import amanah.campaign.domain.CampaignEvent.ReminderScheduled;
import amanah.time.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides of what a campaign's people are reminded. Each reminder is taken once under its name and
 * comes once; what was to come after a campaign is over does not come.
 */
final class ReminderDecision {

  /** In characters (code points), as requests are read. */
  private static final int MESSAGE_LENGTH_MAX = 500;

  private final OpenedCampaign campaign;
  private final Reminders reminders;
  private final Moment now;

  ReminderDecision(OpenedCampaign campaign, Moment now) {
    this.campaign = campaign;
    this.reminders = campaign.reminders();
    this.now = now;
  }

  /** All of them, as they stand. */
  Decision list() {
    return Decision.of(
        new Answer.RemindersListed(reminders.all().stream().map(this::asItStands).toList()));
  }

  Decision decide(CampaignCommand.ScheduleReminder schedule) {
    Optional<Reminder> known = reminders.find(schedule.reminderId());
    if (known.isPresent()) {
      return repeated(schedule, known.get());
    }
    return problem(schedule)
        .map(broken -> Decision.refused(broken.refusal(), broken.detail()))
        .orElseGet(
            () ->
                Decision.of(
                    new Answer.ReminderTold(
                        new Reminder(
                            schedule.reminderId(),
                            schedule.at(),
                            schedule.message(),
                            Reminder.Status.SCHEDULED),
                        false),
                    new ReminderScheduled(
                        schedule.reminderId(), schedule.at(), schedule.message(), now.at())));
  }

  private Decision repeated(CampaignCommand.ScheduleReminder schedule, Reminder known) {
    return known.at().equals(schedule.at()) && known.message().equals(schedule.message())
        ? Decision.of(new Answer.ReminderTold(asItStands(known), true))
        : Decision.refused(
            Refusal.IDEMPOTENCY_MISMATCH,
            "reminder \"%s\" came before with other content, expected the same content or another id"
                .formatted(schedule.reminderId()));
  }

  private Optional<BrokenRule> problem(CampaignCommand.ScheduleReminder schedule) {
    int length = schedule.message().codePointCount(0, schedule.message().length());
    Instant end = campaign.terms().endsAt();
    if (schedule.message().isBlank() || length > MESSAGE_LENGTH_MAX) {
      return broken(
          Refusal.INVALID_FIELD,
          "message has " + length + " characters, expected 1 to " + MESSAGE_LENGTH_MAX);
    }
    if (campaign.isOver()) {
      return broken(
          Refusal.CAMPAIGN_NOT_ACTIVE,
          "the campaign is "
              + Words.of(campaign.status())
              + ", expected one that is not over: nobody is reminded of it");
    }
    if (!schedule.at().isAfter(now.at())) {
      return now.trusted()
          ? broken(
              Refusal.INVALID_FIELD,
              "at " + schedule.at() + " has passed, expected a time after " + now.at())
          : broken(Refusal.UNAVAILABLE, CampaignTermsRules.doubtful(schedule.at()));
    }
    if (end != null && schedule.at().isAfter(end)) {
      return broken(
          Refusal.INVALID_FIELD,
          "at " + schedule.at() + ", expected no time after the campaign's end: " + end);
    }
    return reminders.isFull()
        ? broken(
            Refusal.LIMIT_REACHED,
            "the campaign has had %d reminders, expected fewer than %d"
                .formatted(reminders.all().size(), Reminders.MAX))
        : Optional.empty();
  }

  private static Optional<BrokenRule> broken(Refusal refusal, String detail) {
    return Optional.of(new BrokenRule(refusal, detail));
  }

  Decision decide(CampaignCommand.CancelReminder cancel) {
    Optional<Reminder> known = reminders.find(cancel.reminderId());
    if (known.isEmpty()) {
      return Decision.refused(
          Refusal.REMINDER_NOT_FOUND,
          "campaign \"%s\" has no reminder \"%s\""
              .formatted(campaign.campaignId(), cancel.reminderId()));
    }
    Reminder reminder = known.get();
    return switch (reminder.status()) {
      case SCHEDULED ->
          Decision.of(
              new Answer.ReminderTold(reminder.as(Reminder.Status.CANCELLED), false),
              new ReminderCancelled(cancel.reminderId(), now.at()));
      case CANCELLED -> Decision.of(new Answer.ReminderTold(reminder, true));
      case DUE, LAPSED ->
          Decision.refused(
              Refusal.ILLEGAL_TRANSITION,
              "reminder \"%s\" was due at %s, expected one that is still to come"
                  .formatted(cancel.reminderId(), reminder.at()));
    };
  }

  /** What is due by that time, as events; each leaves the campaign as it is but for itself. */
  Stream<CampaignEvent> due(Instant time) {
    List<Reminder> due = campaign.isOver() ? List.of() : reminders.dueBy(time);
    return due.stream()
        .map(
            reminder ->
                new ReminderDue(
                    reminder.reminderId(), reminder.message(), reminder.at(), now.at()));
  }

  private Reminder asItStands(Reminder reminder) {
    return reminder.isScheduled() && campaign.isOver()
        ? reminder.as(Reminder.Status.LAPSED)
        : reminder;
  }
}
