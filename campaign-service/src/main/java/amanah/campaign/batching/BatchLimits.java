package amanah.campaign.batching;

import amanah.protocol.zakat.ZakatReporting;
import java.time.Duration;

/**
 * How much a batcher takes.
 *
 * @param batchMax donations in one write, 1 to 500
 * @param pendingMax donations waiting or being written; one more is refused as overloaded
 * @param flushWaitingMax callers that wait for a flush; one more is refused as overloaded
 * @param tick how often the batcher looks at itself, and says so when a write takes long
 */
public record BatchLimits(int batchMax, int pendingMax, int flushWaitingMax, Duration tick) {

  /** The most donations of one message; a batcher that bears fewer could never take it. */
  public static final int MESSAGE_MAX = 500;

  /** An event's assessed zakat goes in one report to the calculator, and in one frame. */
  private static final int BATCH_MAX = ZakatReporting.ASSESSED_MAX;

  /** Refuses limits that could never work. */
  public BatchLimits {
    if (batchMax < 1 || batchMax > BATCH_MAX) {
      throw new IllegalArgumentException("batch-max " + batchMax + ", expected 1 to " + BATCH_MAX);
    }
    if (pendingMax < batchMax) {
      throw new IllegalArgumentException(
          "pending-max " + pendingMax + ", expected at least batch-max " + batchMax);
    }
    if (flushWaitingMax < 1) {
      throw new IllegalArgumentException(
          "flush-waiting-max " + flushWaitingMax + ", expected at least 1");
    }
    if (tick.isNegative() || tick.isZero()) {
      throw new IllegalArgumentException("tick " + tick + ", expected more than nothing");
    }
  }
}
