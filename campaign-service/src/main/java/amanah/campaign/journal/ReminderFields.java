package amanah.campaign.journal;

import amanah.campaign.domain.CampaignEvent.ReminderCancelled;
import amanah.campaign.domain.CampaignEvent.ReminderDue;
import amanah.campaign.domain.CampaignEvent.ReminderScheduled;
import amanah.campaign.domain.Reminder;
import amanah.id.ReminderId;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code reminder-scheduled.v1}, {@code reminder-cancelled.v1}, {@code reminder-due.v1}, and the
 * reminders of a snapshot: the same fields, of which each has its own.
 */
final class ReminderFields {

  private static final String REMINDER_ID = "reminderId";
  private static final String DUE = "due";
  private static final String MESSAGE = "message";
  private static final String STATUS = "status";
  private static final String AT = "at";

  private final @Nullable ReminderId reminderId;
  private final @Nullable Instant due;
  private final @Nullable String message;
  private final Reminder.@Nullable Status status;
  private final @Nullable Instant at;

  private ReminderFields(EventReader reader) throws IOException {
    @Nullable ReminderId reminderId = null;
    @Nullable Instant due = null;
    @Nullable String message = null;
    Reminder.@Nullable Status status = null;
    @Nullable Instant at = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case REMINDER_ID -> reminderId = reader.value(field, ReminderId::of);
        case DUE -> due = reader.instant(field);
        case MESSAGE -> message = reader.text(field);
        case STATUS -> status = reader.value(field, Words::reminderStatus);
        case AT -> at = reader.instant(field);
        default -> throw reader.unknown(field);
      }
    }
    this.reminderId = reminderId;
    this.due = due;
    this.message = message;
    this.status = status;
    this.at = at;
  }

  static void writeScheduled(ReminderScheduled event, EventWriter writer) throws IOException {
    writer.text(REMINDER_ID, event.reminderId().value());
    writer.instant(DUE, event.due());
    writer.text(MESSAGE, event.message());
    writer.instant(AT, event.at());
  }

  static ReminderScheduled readScheduled(EventReader reader) throws IOException {
    ReminderFields fields = new ReminderFields(reader);
    return new ReminderScheduled(
        reader.required(REMINDER_ID, fields.reminderId),
        reader.required(DUE, fields.due),
        reader.required(MESSAGE, fields.message),
        reader.required(AT, fields.at));
  }

  static void writeCancelled(ReminderCancelled event, EventWriter writer) throws IOException {
    writer.text(REMINDER_ID, event.reminderId().value());
    writer.instant(AT, event.at());
  }

  static ReminderCancelled readCancelled(EventReader reader) throws IOException {
    ReminderFields fields = new ReminderFields(reader);
    return new ReminderCancelled(
        reader.required(REMINDER_ID, fields.reminderId), reader.required(AT, fields.at));
  }

  static void writeDue(ReminderDue event, EventWriter writer) throws IOException {
    writer.text(REMINDER_ID, event.reminderId().value());
    writer.text(MESSAGE, event.message());
    writer.instant(DUE, event.due());
    writer.instant(AT, event.at());
  }

  static ReminderDue readDue(EventReader reader) throws IOException {
    ReminderFields fields = new ReminderFields(reader);
    return new ReminderDue(
        reader.required(REMINDER_ID, fields.reminderId),
        reader.required(MESSAGE, fields.message),
        reader.required(DUE, fields.due),
        reader.required(AT, fields.at));
  }

  /** Left out where there are none, as before there were reminders. */
  static void write(String name, List<Reminder> reminders, EventWriter writer) throws IOException {
    if (reminders.isEmpty()) {
      return;
    }
    writer.startList(name, reminders.size());
    for (Reminder reminder : reminders) {
      writer.startMap();
      writer.text(REMINDER_ID, reminder.reminderId().value());
      writer.instant(DUE, reminder.at());
      writer.text(MESSAGE, reminder.message());
      writer.text(STATUS, Words.of(reminder.status()));
      writer.endMap();
    }
    writer.endList();
  }

  static List<Reminder> readAll(String name, EventReader reader) throws IOException {
    List<Reminder> reminders = new ArrayList<>();
    reader.startList(name);
    while (reader.nextMap(name)) {
      ReminderFields fields = new ReminderFields(reader);
      reminders.add(
          new Reminder(
              reader.required(REMINDER_ID, fields.reminderId),
              reader.required(DUE, fields.due),
              reader.required(MESSAGE, fields.message),
              reader.required(STATUS, fields.status)));
    }
    return reminders;
  }
}
