package amanah.deploy.faults.kind;

import java.util.List;

/** Those who call at a kind's word, beside the load; what they are told is held to account too. */
public interface Callers {

  /**
   * Besets a node that went on, from now on and for some seconds: they read these campaigns, give
   * to them, have gifts refunded and ask for what must be refused, each through the node's own
   * door. Returns at once.
   *
   * @param campaigns by their indexes
   */
  void beset(int node, List<Integer> campaigns);

  /**
   * Pours donations into one campaign, as many at a time as a batch takes, until it is closed.
   *
   * @param campaign its index
   */
  Pouring pour(int campaign);

  /** Donations that go on coming. */
  interface Pouring extends AutoCloseable {
    /** Begins no more; those under way are settled by themselves. */
    @Override
    void close();
  }
}
