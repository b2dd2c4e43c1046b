package amanah.campaign.ledger;

/**
 * Decides when a snapshot is worth its cost. A snapshot costs in proportion to the campaign, so the
 * work between two of them has to grow with it: then all snapshots of a campaign together cost a
 * small multiple of the last one, and not the square of it, while what has to be replayed after a
 * crash stays a fixed part of the campaign.
 *
 * <p>Work is counted in donations. Reading back an event costs about as much as ten donations, so
 * events weigh in as well; else a campaign of a million single donations would recover slowly.
 */
final class SnapshotPolicy {

  private static final long DONATIONS_AN_EVENT = 10;
  private static final long WORK_MIN = 20_000;
  private static final long CAMPAIGN_PARTS = 4;

  private long work;

  /** Notes an event that happened since the last snapshot. */
  void journaled(long donations) {
    work += DONATIONS_AN_EVENT + donations;
  }

  /** Whether enough has happened for a campaign of that many donations. */
  boolean isDue(long donations) {
    return work >= Math.max(WORK_MIN, donations / CAMPAIGN_PARTS);
  }

  /** Begins to count anew; the snapshot is on its way. */
  void taken() {
    work = 0;
  }

  /**
   * The snapshot was not kept: the next one is due soon, and not only after a quarter of the
   * campaign.
   */
  void failed(long donations) {
    work = Math.max(0, donations / CAMPAIGN_PARTS - WORK_MIN);
  }
}
