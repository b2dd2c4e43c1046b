package amanah.deploy.verify;

import static amanah.deploy.verify.HandmadeStream.NOW;
import static amanah.deploy.verify.JournalAuditTest.wrong;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Reminders that came twice, or that nobody asked for. */
final class WrongReminders {

  private WrongReminders() {}

  // spotless:off
  static Stream<Arguments> rows() {
    return Stream.of(
        wrong("a reminder due twice",       j -> j.opened().reminderScheduled("n", NOW).reminderDue("n", NOW).reminderDue("n", NOW), "reminder: well at 4: found reminder n settled again, expected one that is to come"),
        wrong("a reminder of nobody",       j -> j.opened().reminderCancelled("n"), "reminder: well at 2: found reminder n settled, expected one that is to come"),
        wrong("a reminder asked for twice", j -> j.opened().reminderScheduled("n", NOW).reminderCancelled("n").reminderScheduled("n", NOW), "reminder: well at 4: found reminder n asked for again, expected it once"));
  }
  // spotless:on
}
