package amanah.campaign.batching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign's batcher is doing, counted since it started on this node.
 *
 * @param activity what it does now
 * @param pending donations waiting or being written
 * @param processed donations that were answered with a definite outcome
 * @param failed donations whose write failed, so that their callers have to ask again
 * @param total donations that came in
 * @param lastProcessedAt when it last settled a batch, or null before the first
 */
public record BatcherStatus(
    Activity activity,
    long pending,
    long processed,
    long failed,
    long total,
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
