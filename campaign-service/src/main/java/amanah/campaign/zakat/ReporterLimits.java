package amanah.campaign.zakat;

import amanah.supervision.Backoff;
import java.time.Duration;

/**
 * How patient a reporter is.
 *
 * @param answerMax how long the calculator has for one answer, after which it is asked again
 * @param retryDelay how long the reporter waits before it asks or reads again, and before it is
 *     started again after a failure
 */
public record ReporterLimits(Duration answerMax, Backoff retryDelay) {

  /** Refuses a patience of nothing. */
  public ReporterLimits {
    if (!answerMax.isPositive()) {
      throw new IllegalArgumentException(
          "zakat.answer-max " + answerMax + ", expected more than nothing");
    }
  }
}
