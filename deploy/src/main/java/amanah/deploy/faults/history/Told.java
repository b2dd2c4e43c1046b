package amanah.deploy.faults.history;

import java.util.Arrays;
import java.util.Optional;

/** What one try of a call told its caller. */
public enum Told {
  /** Done, and by nobody before. */
  YES,
  /** Done, now or by an earlier try of the same name. */
  REPLAYED,
  /** Nothing: it may be done, or may still be. */
  UNKNOWN,
  /** All tries together: refused for good, so never done. */
  REFUSED,
  /** The campaign takes nothing in its status. */
  NOT_ACTIVE("campaign_not_active"),
  /** Its status has no such successor. */
  ILLEGAL_TRANSITION("illegal_transition"),
  /** More than is left of the donation. */
  EXCEEDS_CAPTURED("refund_exceeds_captured"),
  /** The name came before with other content. */
  MISMATCH("idempotency_mismatch"),
  /** There is no such donation. */
  DONATION_NOT_FOUND("donation_not_found"),
  /** More than is left to the hard goal. */
  GOAL_EXCEEDED("goal_exceeded"),
  /** There is no such campaign. */
  CAMPAIGN_NOT_FOUND("campaign_not_found");

  private final String code;

  Told() {
    this("");
  }

  Told(String code) {
    this.code = code;
  }

  /** The refusal of that code, or empty for one that no history has. */
  public static Optional<Told> refusal(String code) {
    return Arrays.stream(values())
        .filter(told -> told.isNo() && told.code.equals(code))
        .findFirst();
  }

  /** Its code where it is a no, else empty. */
  String code() {
    return code;
  }

  /** Whether it is a definite no of one try. */
  boolean isNo() {
    return !code.isEmpty();
  }

  /** Whether it is a yes. */
  boolean isYes() {
    return this == YES || this == REPLAYED;
  }
}
