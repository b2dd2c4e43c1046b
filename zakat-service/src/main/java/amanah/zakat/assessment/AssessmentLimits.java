package amanah.zakat.assessment;

import amanah.supervision.Backoff;
import java.time.Duration;

/**
 * How much one assessment takes at a time.
 *
 * @param waitingMax requests that wait for their turn; one more is refused as overloaded
 * @param restartDelay how long the ledger stays down after it failed
 * @param restartsMax restarts within the period; one more and the assessment itself fails, to be
 *     started by the next message
 * @param restartPeriod the period in which restarts are counted
 * @param leaveTimeout how long an assessment that moves or goes to sleep has to finish
 */
public record AssessmentLimits(
    int waitingMax,
    Backoff restartDelay,
    int restartsMax,
    Duration restartPeriod,
    Duration leaveTimeout) {

  /** Refuses limits that could never work. */
  public AssessmentLimits {
    if (waitingMax < 1) {
      throw new IllegalArgumentException("waiting-max " + waitingMax + ", expected at least 1");
    }
    if (!leaveTimeout.isPositive()) {
      throw new IllegalArgumentException(
          "leave-timeout " + leaveTimeout + ", expected more than nothing");
    }
  }
}
