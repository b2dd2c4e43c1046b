package amanah.zakat.calculator;

import amanah.supervision.Backoff;
import amanah.zakat.domain.book.BookLimits;
import java.time.Duration;

/**
 * How much the calculator takes at a time.
 *
 * @param book what the book keeps
 * @param cacheMax answers that are remembered
 * @param cacheLinesMax lines of all remembered answers together
 * @param historyMax calculations in the history
 * @param bookInFlightMax messages at the book at a time, 1 to 100: see {@link
 *     amanah.zakat.book.ZakatBook} for what more of them would do
 * @param waitingMax changes that wait for their turn, questions that wait for the start, reports
 *     that are under way, campaigns that ask for their position: one more of each is refused
 * @param batchMax reports, and positions, that go to the book in one message
 * @param tallyInterval how long desks' tallies gather before they are written
 * @param reportInterval how long campaigns' reports gather before they are written
 * @param payments how gifts are told to their assessments
 * @param restart how a failing tree is started again
 * @param leaveTimeout how long a calculator that moves has to finish what it began
 */
public record CalculatorLimits(
    BookLimits book,
    int cacheMax,
    int cacheLinesMax,
    int historyMax,
    int bookInFlightMax,
    int waitingMax,
    int batchMax,
    Duration tallyInterval,
    Duration reportInterval,
    PaymentLimits payments,
    Restart restart,
    Duration leaveTimeout) {

  private static final int IN_FLIGHT_MAX = 100;

  /**
   * How a failing tree is started again.
   *
   * @param delay how long the book stays down after it failed
   * @param restartsMax restarts within the period; one more and the calculator itself fails, to be
   *     started again as a whole
   * @param period in which restarts are counted
   */
  public record Restart(Backoff delay, int restartsMax, Duration period) {}

  /** Refuses limits that could never work. */
  public CalculatorLimits {
    within("cache-max", cacheMax, Integer.MAX_VALUE);
    within("cache-lines-max", cacheLinesMax, Integer.MAX_VALUE);
    within("history-max", historyMax, Integer.MAX_VALUE);
    within("book-in-flight-max", bookInFlightMax, IN_FLIGHT_MAX);
    within("waiting-max", waitingMax, Integer.MAX_VALUE);
    within("batch-max", batchMax, Integer.MAX_VALUE);
    positive("tally-write-interval", tallyInterval);
    positive("report-write-interval", reportInterval);
    positive("leave-timeout", leaveTimeout);
  }

  private static void within(String name, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(name + " " + value + ", expected 1 to " + max);
    }
  }

  private static void positive(String name, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(name + " " + value + ", expected more than nothing");
    }
  }

  /** How often it has to look whether anything that gathers is due. */
  Duration shortestInterval() {
    return tallyInterval.compareTo(reportInterval) < 0 ? tallyInterval : reportInterval;
  }
}
