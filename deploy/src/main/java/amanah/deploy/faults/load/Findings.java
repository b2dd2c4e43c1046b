package amanah.deploy.faults.load;

import amanah.deploy.faults.books.Finding;
import java.util.ArrayList;
import java.util.List;

/** What must not be and was seen while the load ran: the first thousand are kept. */
public final class Findings {

  private static final int KEPT_MAX = 1000;

  private final List<Finding> kept = new ArrayList<>();
  private long count;

  /** Notes one. */
  public synchronized void add(Finding finding) {
    count++;
    if (kept.size() < KEPT_MAX) {
      kept.add(finding);
    }
  }

  /** Those that are kept. */
  public synchronized List<Finding> kept() {
    return List.copyOf(kept);
  }

  /** How many there are. */
  public synchronized long count() {
    return count;
  }
}
