package amanah.campaign.ingress.request;

import amanah.campaign.domain.Refusal;
import amanah.http.ProblemCode;

/** The public codes of refusals. */
public final class RefusalCodes {

  private RefusalCodes() {}

  /** The only place where a refusal becomes a code, and with it a status at each door. */
  public static ProblemCode of(Refusal refusal) {
    return switch (refusal) {
      case CAMPAIGN_NOT_FOUND -> ProblemCode.CAMPAIGN_NOT_FOUND;
      case CAMPAIGN_EXISTS -> ProblemCode.CAMPAIGN_EXISTS;
      case CAMPAIGN_NOT_ACTIVE -> ProblemCode.CAMPAIGN_NOT_ACTIVE;
      case ILLEGAL_TRANSITION -> ProblemCode.ILLEGAL_TRANSITION;
      case PRECONDITION_FAILED -> ProblemCode.PRECONDITION_FAILED;
      case UNKNOWN_CURRENCY -> ProblemCode.UNKNOWN_CURRENCY;
      case CURRENCY_MISMATCH -> ProblemCode.CURRENCY_MISMATCH;
      case INVALID_AMOUNT -> ProblemCode.INVALID_AMOUNT;
      case INVALID_FIELD -> ProblemCode.INVALID_FIELD;
      case GOAL_EXCEEDED -> ProblemCode.GOAL_EXCEEDED;
      case NOT_ZAKAT_ELIGIBLE -> ProblemCode.NOT_ZAKAT_ELIGIBLE;
      case IDEMPOTENCY_MISMATCH -> ProblemCode.IDEMPOTENCY_MISMATCH;
      case ASSESSMENT_NOT_FOUND -> ProblemCode.ASSESSMENT_NOT_FOUND;
      case DONATION_NOT_FOUND -> ProblemCode.DONATION_NOT_FOUND;
      case REMINDER_NOT_FOUND -> ProblemCode.REMINDER_NOT_FOUND;
      case REFUND_EXCEEDS_CAPTURED -> ProblemCode.REFUND_EXCEEDS_CAPTURED;
      case LIMIT_REACHED -> ProblemCode.LIMIT_REACHED;
      case OVERLOADED -> ProblemCode.OVERLOADED;
      case UNAVAILABLE -> ProblemCode.UNAVAILABLE;
      case TIMEOUT -> ProblemCode.TIMEOUT;
    };
  }
}
