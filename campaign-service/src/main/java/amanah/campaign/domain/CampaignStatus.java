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
 * Completed and cancelled are final, with one way back: a campaign that was completed when its end
 * had come, which a wrong clock may have said, can be opened again by whoever gives a reason.
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

  static CampaignStatus atOpening(boolean draft) {
    return draft ? DRAFT : ACTIVE;
  }

  /** The states that may follow this one, whatever led to it. */
  public Set<CampaignStatus> successors() {
    return switch (this) {
      case DRAFT -> Set.of(ACTIVE, CANCELLED);
      case ACTIVE -> Set.of(PAUSED, COMPLETED, CANCELLED);
      case PAUSED -> Set.of(ACTIVE, COMPLETED, CANCELLED);
      case COMPLETED, CANCELLED -> Set.of();
    };
  }
}
