package amanah.deploy.faults.history;

/** What a campaign can be asked over its doors, as far as its history is checked. */
public enum HistoryCall {
  /** Open it. */
  OPEN,
  /** Record a donation. */
  DONATE,
  /** Give money of a donation back. */
  REFUND,
  /** Move it along its lifecycle. */
  CHANGE_STATUS,
  /** Change its terms. */
  AMEND,
  /** What it is now. */
  READ,
  /** What became of a donation. */
  READ_DONATION;

  /** Whether an event of the journal may come of it. */
  boolean writes() {
    return switch (this) {
      case OPEN, DONATE, REFUND, CHANGE_STATUS, AMEND -> true;
      case READ, READ_DONATION -> false;
    };
  }
}
