package amanah.deploy.verify;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reminders of one campaign: each is asked for once, and comes or is taken back once. */
final class ReminderBook {

  private final Map<String, Instant> toCome = new HashMap<>();
  private final Set<String> settled = new HashSet<>();

  /** Takes one that was asked for; what is wrong with that. */
  Optional<String> scheduled(JournaledEvent.Scheduled scheduled) {
    String id = scheduled.reminderId();
    boolean again = settled.contains(id) || toCome.put(id, scheduled.due()) != null;
    return again
        ? Optional.of("found reminder %s asked for again, expected it once".formatted(id))
        : Optional.empty();
  }

  /**
   * Takes one that came or was taken back.
   *
   * @param whole whether all events before are known
   * @return what is wrong with that
   */
  Optional<String> settled(JournaledEvent.Settled one, boolean whole) {
    Instant expected = toCome.remove(one.reminderId());
    boolean again = !settled.add(one.reminderId());
    if (again || (expected == null && whole)) {
      return Optional.of(
          "found reminder %s settled%s, expected one that is to come"
              .formatted(one.reminderId(), again ? " again" : ""));
    }
    boolean inTime = one.due() == null || expected == null || one.due().equals(expected);
    return inTime
        ? Optional.empty()
        : Optional.of(
            "found reminder %s due at %s, expected %s"
                .formatted(one.reminderId(), one.due(), expected));
  }
}
