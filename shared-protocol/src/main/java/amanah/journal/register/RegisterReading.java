package amanah.journal.register;

/**
 * What the database says of itself and of one node.
 *
 * @param cluster the one cluster that writes to it
 * @param system which database this is, the same in all of its copies
 * @param timeline which history of it; empty in a standby
 * @param serverStart when the server was started
 * @param mark what the node has counted
 */
record RegisterReading(
    String cluster, String system, String timeline, String serverStart, long mark) {

  /** Whether it only follows another. */
  boolean isStandby() {
    return timeline.isEmpty();
  }
}
