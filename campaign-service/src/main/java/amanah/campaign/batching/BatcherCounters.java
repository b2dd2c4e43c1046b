package amanah.campaign.batching;

import amanah.campaign.domain.CampaignSummary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the batchers of one campaign know of their work: from the campaign itself, as it was last
 * committed, what was recorded, and by counting since its entity started on this node, what was
 * not. It outlives a batcher that is restarted; only one of them, or their owner while none runs,
 * uses it at a time.
 */
public final class BatcherCounters {

  private long failed;
  private long errors;
  private @Nullable CampaignSummary committed;
  private @Nullable Instant lastProcessedAt;

  /** The campaign as it was committed; an older one than is known says nothing. */
  void saw(CampaignSummary campaign) {
    if (committed == null || campaign.sequence() > committed.sequence()) {
      committed = campaign;
    }
  }

  /** Whether a campaign was seen. */
  boolean hasSeen() {
    return committed != null;
  }

  void settled(Instant at) {
    lastProcessedAt = at;
  }

  void refused(int donations) {
    errors += donations;
  }

  void abandoned(long donations) {
    failed += donations;
  }

  /** The status while no batcher runs. */
  public BatcherStatus paused(CampaignSummary campaign) {
    saw(campaign);
    return status(BatcherStatus.Activity.PAUSED, 0);
  }

  /** The status of a batcher that does this and has so many donations pending. */
  BatcherStatus status(BatcherStatus.Activity activity, long pending) {
    long processed = committed == null ? 0 : committed.donationCount();
    return new BatcherStatus(
        activity,
        pending,
        processed,
        failed,
        errors,
        pending + processed + failed + errors,
        committed == null ? null : committed.captured(),
        lastProcessedAt);
  }
}
