package amanah.campaign.simulation;

/** One defence that is switched off, by the simulated world and never in the code under test. */
enum Mutation {
  /** Everything is as it should be. */
  NONE,
  /** The ledger gets each delivery under names that it cannot have seen before. */
  ID_CHECK,
  /** The journal has no primary key: who writes last holds the place. */
  FENCE,
  /** A replay is answered as if it were new: as an acceptance, or as a refusal. */
  REPLAY_ANSWER,
  /** A ledger that recovers is not told of refunds, so it has nothing to hold new ones against. */
  REFUND_BOUND,
  /** The journal says that it has committed before it has. */
  COMMIT_BEFORE_ANSWER,
  /** The calculator counts whatever is reported, wherever it begins. */
  REPORT_POSITION,
  /** A node that is cut off goes on as if it heard the others. */
  QUORUM,
  /** The watches tell whoever asks that he is one of them. */
  LEASE_TO_STRANGERS,
  /** What a node knows is told by its own clock, without asking a majority after it came. */
  LEASE_ALONE,
  /** The journal takes the writes of a node that was excluded. */
  JOURNAL_FENCE,
  /**
   * So it does, and a node without a majority begins writes and acknowledges them, while it tells
   * nothing else: one of the two has to hold, and where clocks stand still only the first does.
   */
  ACKNOWLEDGEMENT_WITHOUT_QUORUM,
}
