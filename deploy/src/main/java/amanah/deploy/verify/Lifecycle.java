package amanah.deploy.verify;

import java.util.Map;
import java.util.Set;

/** Which status may follow on which, in the journal's words, whatever led to it. */
final class Lifecycle {

  static final String DRAFT = "draft";
  static final String ACTIVE = "active";

  private static final String PAUSED = "paused";
  static final String COMPLETED = "completed";
  private static final String CANCELLED = "cancelled";

  private static final Map<String, Set<String>> SUCCESSORS =
      Map.of(
          DRAFT, Set.of(ACTIVE, CANCELLED),
          ACTIVE, Set.of(PAUSED, COMPLETED, CANCELLED),
          PAUSED, Set.of(ACTIVE, COMPLETED, CANCELLED),
          COMPLETED, Set.of(),
          CANCELLED, Set.of());

  static final Set<String> STATUSES = SUCCESSORS.keySet();

  private Lifecycle() {}

  static Set<String> successors(String status) {
    return SUCCESSORS.getOrDefault(status, Set.of());
  }

  static boolean isFinal(String status) {
    return successors(status).isEmpty();
  }
}
