package amanah.deploy.faults.history;

/**
 * Something that no order of the operations explains.
 *
 * @param fault the ordinal of the fault in whose time it was answered, -1 for none
 * @param sentence which campaign, which operations, when
 */
public record Violation(Kind kind, int fault, String sentence) {

  /** What is wrong. */
  public enum Kind {
    /** A yes that does not contain what somebody had been told before it was asked for. */
    STALE_READ,
    /** A yes that contains what nobody had asked for by then. */
    READ_AHEAD,
    /** A yes that was never true. */
    WRONG_READ,
    /** A definite no that no state of its time justifies. */
    WRONG_NO,
    /** A write that was told as new lies before what had been told when it was asked for. */
    OUT_OF_ORDER,
    /** A change that was asked for once is in the journal twice. */
    CHANGED_TWICE,
    /** Acknowledged, and not in the journal. */
    LOST,
    /** Acknowledged otherwise than it is in the journal. */
    ALTERED,
    /** Refused for good, and in the journal. */
    REFUSED_BUT_RECORDED
  }
}
