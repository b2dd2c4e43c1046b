package amanah.deploy.faults.kind;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * How much longer donations to campaigns that were not struck took than in the calm before: the
 * 99th percentiles of all times a fault was done, taken together. A single fault has too few
 * donations in its tail to judge by.
 *
 * @param calmMillis the 99th percentile in the calm
 * @param othersMillis the same of the others while faults lasted
 */
public record TailGrowth(double calmMillis, double othersMillis) {

  private static final int DIGITS = 2;

  /** Of these faults. */
  public static TailGrowth of(List<Seen> faults) {
    Histogram calm = new Histogram(DIGITS);
    Histogram others = new Histogram(DIGITS);
    for (Seen seen : faults) {
      calm.add(seen.calm().micros());
      others.add(seen.others().micros());
    }
    return new TailGrowth(new Waits(calm).tailMillis(), new Waits(others).tailMillis());
  }

  /**
   * A sentence when it is more than {@code timesMax} times what a calm was like, if there was one.
   */
  public Optional<String> beyond(double timesMax) {
    boolean beyond = calmMillis > 0 && othersMillis > calmMillis * timesMax;
    return beyond
        ? Optional.of(
            String.format(Locale.ROOT, "%s, at most %.1f times is asked for", this, timesMax))
        : Optional.empty();
  }

  /** For people. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "the 99th percentile of other campaigns was %.0f ms after %.0f ms in the calm",
        othersMillis,
        calmMillis);
  }
}
