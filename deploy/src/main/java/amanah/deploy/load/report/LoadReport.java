package amanah.deploy.load.report;

import java.util.List;

/**
 * A load from its first donation to the check of its books.
 *
 * @param title what was done, in one line
 * @param door by which the donations came
 * @param seed of everything that is left to chance
 * @param totals of the window
 * @param seconds of all of it, warm-up included
 * @param warmupSeconds how long the window had not begun
 * @param broken what ended it before its time, or nothing
 * @param books what the campaigns hold in the end
 */
public record LoadReport(
    String title,
    String door,
    long seed,
    LoadTotals totals,
    List<LoadSecond> seconds,
    double warmupSeconds,
    String broken,
    BooksCheck books) {

  /** Keeps its own list. */
  public LoadReport {
    seconds = List.copyOf(seconds);
  }

  /**
   * Whether it ran to its end at its rate, something was acknowledged, and nothing of that is
   * missing.
   */
  public boolean holds() {
    return broken.isEmpty() && rateReached() && books.agrees() && books.acknowledged() > 0;
  }

  /** Whether nothing that was due was let go; where no rate was asked for, nothing ever is. */
  public boolean rateReached() {
    return totals.shed() == 0;
  }
}
