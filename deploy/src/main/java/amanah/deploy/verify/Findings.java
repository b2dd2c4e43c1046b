package amanah.deploy.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The first findings in full, and the number of all of them; any thread may add one. */
public final class Findings {

  /** The most that are kept; the rest is counted. */
  public static final int KEPT_MAX = 100;

  private final List<Finding> kept = new ArrayList<>();
  private final Map<Check, Long> counts = new EnumMap<>(Check.class);

  synchronized void add(Finding finding) {
    counts.merge(finding.check(), 1L, Long::sum);
    if (kept.size() < KEPT_MAX) {
      kept.add(finding);
    }
  }

  /** The first of them, at most {@link #KEPT_MAX}, in the order they were found. */
  public synchronized List<Finding> kept() {
    return List.copyOf(kept);
  }

  /** How many there are of a check. */
  public synchronized long count(Check check) {
    return counts.getOrDefault(check, 0L);
  }

  /** How many there are. */
  public synchronized long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether all is as it must be. */
  public boolean isEmpty() {
    return count() == 0;
  }
}
