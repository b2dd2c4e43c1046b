package amanah.campaign.domain;

import amanah.id.ReminderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All reminders of a campaign's life, in the order in which they were asked for. None is forgotten,
 * so that its repeat is known; so there are not many.
 *
 * @param next when the next one is due, or null when none is to come
 */
record Reminders(List<Reminder> all, @Nullable Instant next) {

  /** The most in the life of a campaign. */
  static final int MAX = 200;

  static final Reminders NONE = new Reminders(List.of(), null);

  static Reminders of(List<Reminder> all) {
    return new Reminders(
        List.copyOf(all),
        all.stream()
            .filter(Reminder::isScheduled)
            .map(Reminder::at)
            .min(Comparator.naturalOrder())
            .orElse(null));
  }

  Optional<Reminder> find(ReminderId reminderId) {
    return all.stream().filter(known -> known.reminderId().equals(reminderId)).findFirst();
  }

  boolean isFull() {
    return all.size() >= MAX;
  }

  /** Those that are to come and due by then, the earliest first. */
  List<Reminder> dueBy(Instant time) {
    return next == null || next.isAfter(time)
        ? List.of()
        : all.stream()
            .filter(known -> known.isScheduled() && !known.at().isAfter(time))
            .sorted(Comparator.comparing(Reminder::at))
            .toList();
  }

  Reminders plus(Reminder reminder) {
    List<Reminder> more = new ArrayList<>(all);
    more.add(reminder);
    return of(more);
  }

  Reminders settled(ReminderId reminderId, Reminder.Status status) {
    return of(
        all.stream()
            .map(known -> known.reminderId().equals(reminderId) ? known.as(status) : known)
            .toList());
  }
}
