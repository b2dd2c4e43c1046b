package amanah.campaign.batching;

import amanah.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign's batcher is doing. What it processed is in the journal, so it is the same on
 * whatever node the campaign runs; what came to nothing left nothing there, and is counted since
 * the campaign started on its node.
 *
 * @param activity what it does now
 * @param pending donations waiting or being written
 * @param processed donations that were recorded since the campaign was opened, each once
 * @param failed donations whose write failed, so that their callers have to ask again
 * @param errorCount donations that were refused, or that nobody waited for when their turn came
 * @param total the four together
 * @param processedAmount what the processed ones gave in sum, refunds not deducted; null where the
 *     campaign was never opened
 * @param lastProcessedAt when it last settled a batch on this node, or null before the first
 */
public record BatcherStatus(
    Activity activity,
    long pending,
    long processed,
    long failed,
    long errorCount,
    long total,
    @Nullable Money processedAmount,
    @Nullable Instant lastProcessedAt) {

  /** The three things a batcher can be doing. */
  public enum Activity {
    /** Nothing waits. */
    IDLE,
    /** A batch is being written. */
    PROCESSING,
    /** The ledger is away; donations are refused until it is back. */
    PAUSED
  }
}
