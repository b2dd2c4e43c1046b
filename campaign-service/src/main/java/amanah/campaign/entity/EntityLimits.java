package amanah.campaign.entity;

import amanah.campaign.batching.BatchLimits;
import amanah.campaign.monitor.MonitorIntervals;
import amanah.supervision.Backoff;
import java.time.Duration;

/**
 * How much one campaign takes at a time.
 *
 * @param ledgerInFlightMax commands at the ledger at a time, 1 to 100: see {@link
 *     amanah.campaign.ledger.CampaignLedger} for what more of them would do
 * @param commandsWaitingMax commands that wait for their turn; one more is refused as overloaded
 * @param startWaitingMax donations and reads that wait while the journal is being read; one more is
 *     refused as overloaded
 * @param batch the batcher's limits
 * @param monitor the monitor's intervals
 * @param restartDelay how long the ledger stays down after it failed
 * @param restartsMax restarts within the period; one more and the campaign itself fails, to be
 *     started by the next message
 * @param restartPeriod the period in which restarts are counted
 * @param leaveTimeout how long a campaign that moves or goes to sleep has to finish what it began
 */
public record EntityLimits(
    int ledgerInFlightMax,
    int commandsWaitingMax,
    int startWaitingMax,
    BatchLimits batch,
    MonitorIntervals monitor,
    Backoff restartDelay,
    int restartsMax,
    Duration restartPeriod,
    Duration leaveTimeout) {

  private static final int LEDGER_IN_FLIGHT_MAX = 100;

  /** Refuses limits that could never work. */
  public EntityLimits {
    if (ledgerInFlightMax < 1 || ledgerInFlightMax > LEDGER_IN_FLIGHT_MAX) {
      throw new IllegalArgumentException(
          "ledger-in-flight-max " + ledgerInFlightMax + ", expected 1 to " + LEDGER_IN_FLIGHT_MAX);
    }
    if (commandsWaitingMax < 1 || startWaitingMax < 1) {
      throw new IllegalArgumentException(
          "commands-waiting-max %d and start-waiting-max %d, expected at least 1"
              .formatted(commandsWaitingMax, startWaitingMax));
    }
    if (!leaveTimeout.isPositive()) {
      throw new IllegalArgumentException(
          "leave-timeout " + leaveTimeout + ", expected more than nothing");
    }
  }
}
