package amanah.campaign.batching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the batchers of one campaign have counted since its entity started on this node. It outlives
 * a batcher that is restarted; only one of them, or their owner while none runs, uses it at a time.
 */
public final class BatcherCounters {

  private long processed;
  private long failed;
  private long total;
  private @Nullable Instant lastProcessedAt;

  void came(int donations) {
    total += donations;
  }

  void settled(int donations, Instant at) {
    processed += donations;
    lastProcessedAt = at;
  }

  void abandoned(long donations) {
    failed += donations;
  }

  long processed() {
    return processed;
  }

  /** The status of a batcher that does this and has so many donations pending. */
  public BatcherStatus status(BatcherStatus.Activity activity, long pending) {
    return new BatcherStatus(activity, pending, processed, failed, total, lastProcessedAt);
  }
}
