package amanah.deploy.faults.load;

import amanah.deploy.faults.books.Finding;
import java.util.ArrayList;
import java.util.List;

/** What must not be and was seen while the load ran: the first thousand are kept. */
public final class Findings {

  private static final int KEPT_MAX = 1000;

  private final List<Finding> kept = new ArrayList<>();
  private final Meter meter;
  private long count;

  /** Findings of the time that {@code meter} measures. */
  public Findings(Meter meter) {
    this.meter = meter;
  }

  /** Notes one of this moment. */
  void note(Finding.Kind kind, String sentence) {
    int fault = meter.faultOrdinal();
    add(new Finding(kind, fault, "after " + meter.second() + " s " + sentence));
  }

  private synchronized void add(Finding finding) {
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
