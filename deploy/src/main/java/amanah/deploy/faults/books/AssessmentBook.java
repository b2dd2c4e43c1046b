package amanah.deploy.faults.books;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Assessments as they were first told: each is made once, and answered so for ever. */
public final class AssessmentBook {

  private final Map<String, Made> made = new HashMap<>();

  /** What never changes of one, and when somebody first knew of it. */
  private record Made(String answer, long toldNanos) {}

  /** One was told; what is wrong with it. */
  public synchronized Optional<String> told(String id, String answer, boolean isNew, Sight sight) {
    Made before = made.putIfAbsent(id, new Made(answer, sight.endedNanos()));
    if (before == null) {
      return Optional.empty();
    }
    if (!before.answer().equals(answer)) {
      return Optional.of(
          "assessment %s was told as %s and then %s as %s"
              .formatted(id, before.answer(), sight, answer));
    }
    return isNew && before.toldNanos() < sight.beganNanos()
        ? Optional.of("assessment %s was told as new for the second time, %s".formatted(id, sight))
        : Optional.empty();
  }

  /** One was not found; what is wrong with that. */
  public synchronized Optional<String> notFound(String id, Sight sight) {
    Made before = made.get(id);
    return before != null && before.toldNanos() < sight.beganNanos()
        ? Optional.of("assessment %s was made and then not found, %s".formatted(id, sight))
        : Optional.empty();
  }

  /** The ids of those that were made. */
  public synchronized Set<String> made() {
    return Set.copyOf(made.keySet());
  }
}
