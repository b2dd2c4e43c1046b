package amanah.campaign.simulation;

/** What must hold in every simulation; the promises of the intake, one by one. */
enum Law {
  /** An acknowledged donation or refund is in the journal, then and at the end, as it was given. */
  ACKNOWLEDGED_IS_JOURNALED,
  /** A donation id is in the journal once at most. */
  ACCEPTED_ONCE,
  /** What was answered with a definite no is absent, unless another delivery of it may be there. */
  REFUSED_IS_ABSENT,
  /** The same id with other content is refused for that very reason. */
  OTHER_CONTENT_IS_REFUSED,
  /** A repeat gets the first answer: same amount, same sequence, and is said to be new once. */
  REPLAY_IS_THE_FIRST_ANSWER,
  /** Whoever sees a campaign sees the sum of its journal up to that sequence, to the cent. */
  RAISED_IS_THE_SUM,
  /** The refunds of a donation never exceed it. */
  REFUNDS_WITHIN_CAPTURED,
  /** A refund id is in the journal once at most. */
  REFUNDED_ONCE,
  /** A campaign that is not active takes no donations, by the journal's own order. */
  CLOSED_TAKES_NOTHING,
  /** A hard goal is not passed at any point of the journal. */
  HARD_GOAL_HOLDS,
  /** A milestone is reached once, and truly. */
  MILESTONES_ONCE,
  /** The sequence numbers have no hole. */
  SEQUENCE_WITHOUT_HOLE,
  /** A node whose campaigns may run elsewhere writes nothing any more. */
  OVERTAKEN_WRITES_NOTHING,
  /** Writers follow one another; one that was followed never writes again. */
  WRITERS_ONLY_FORWARD,
  /**
   * Whatever an answer shows of the campaign has in it what was acknowledged before it was asked.
   */
  OWN_WRITES_ARE_READ,
  /** Batches and queues stay within their limits. */
  BOUNDS_HOLD,
  /** Who keeps asking gets a definite answer soon after all faults are over. */
  ANSWERED_IN_THE_END,
  /** In the end what is counted as zakat is what is journaled, to the gift. */
  ZAKAT_IS_COUNTED_ONCE,
  /**
   * Nothing in the campaign's tree fails for another reason than its journal. A batcher with two
   * batches in flight, say, fails of its own accord when the first is answered.
   */
  NOTHING_IMPOSSIBLE,
}
