package amanah.campaign.domain;

import java.util.Set;

/**
 * Where a campaign stands in its life.
 *
 * <pre>
 *   draft --> active <--> paused
 *     |        |  |         |  |
 *     |        |  completed<+  |
 *     +--------+--> cancelled<-+
 * </pre>
 *
 * Completed and cancelled are final.
 */
public enum CampaignStatus {
  /** Being prepared; takes no donations. */
  DRAFT,
  /** Takes donations. */
  ACTIVE,
  /** Takes no donations for now. */
  PAUSED,
  /** Ended as planned; takes no donations, refunds are still possible. */
  COMPLETED,
  /** Called off; takes no donations, refunds are still possible. */
  CANCELLED;

  /** The states that may follow this one. */
  public Set<CampaignStatus> successors() {
    return switch (this) {
      case DRAFT -> Set.of(ACTIVE, CANCELLED);
      case ACTIVE -> Set.of(PAUSED, COMPLETED, CANCELLED);
      case PAUSED -> Set.of(ACTIVE, COMPLETED, CANCELLED);
      case COMPLETED, CANCELLED -> Set.of();
    };
  }
}
