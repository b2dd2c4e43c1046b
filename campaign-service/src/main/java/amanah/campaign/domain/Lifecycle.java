package amanah.campaign.domain;

import java.time.Instant;
import java.util.Set;

/**
 * Where a campaign stands in its life, and whether time brought it there.
 *
 * @param endedByTime whether it was completed when its end had come, and not before by hand: then,
 *     since a clock may have been wrong, somebody with a reason can open it again
 */
record Lifecycle(CampaignStatus status, boolean endedByTime) {

  /** Refuses an end by time of what has not ended. */
  Lifecycle {
    if (endedByTime && status != CampaignStatus.COMPLETED) {
      throw new IllegalArgumentException("ended by time and yet " + Words.of(status));
    }
  }

  static Lifecycle of(CampaignStatus status) {
    return new Lifecycle(status, false);
  }

  /** Where it stands after it moved at that time under these terms. */
  static Lifecycle after(CampaignStatus to, CampaignTerms terms, Instant at) {
    return new Lifecycle(to, to == CampaignStatus.COMPLETED && terms.hasEnded(at));
  }

  /** The states that may follow this one. */
  Set<CampaignStatus> successors() {
    return endedByTime ? Set.of(CampaignStatus.ACTIVE) : status.successors();
  }

  boolean isFinal() {
    return successors().isEmpty();
  }
}
