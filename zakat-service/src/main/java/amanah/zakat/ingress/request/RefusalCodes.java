package amanah.zakat.ingress.request;

import amanah.http.ProblemCode;
import amanah.zakat.domain.RefusalCode;

/** The public codes of refusals. */
public final class RefusalCodes {

  private RefusalCodes() {}

  /** The only place where a refusal becomes a code, and with it a status at each door. */
  public static ProblemCode of(RefusalCode refusal) {
    return switch (refusal) {
      case INVALID_FIELD, UNKNOWN_PROFILE -> ProblemCode.INVALID_FIELD;
      case INVALID_AMOUNT -> ProblemCode.INVALID_AMOUNT;
      case UNKNOWN_CURRENCY -> ProblemCode.UNKNOWN_CURRENCY;
      case CURRENCY_MISMATCH -> ProblemCode.CURRENCY_MISMATCH;
      case PRICE_MISSING -> ProblemCode.PRICE_MISSING;
      case PRICE_STALE -> ProblemCode.PRICE_STALE;
      case NISAB_NOT_PUBLISHED -> ProblemCode.NISAB_NOT_PUBLISHED;
      case PUBLICATION_NOT_FOUND -> ProblemCode.PUBLICATION_NOT_FOUND;
      case ASSESSMENT_NOT_FOUND -> ProblemCode.ASSESSMENT_NOT_FOUND;
      case IDEMPOTENCY_MISMATCH -> ProblemCode.IDEMPOTENCY_MISMATCH;
      case FUND_EXCEEDED -> ProblemCode.FUND_EXCEEDED;
      case AMIL_CAP_EXCEEDED -> ProblemCode.AMIL_CAP_EXCEEDED;
      case LIMIT_REACHED -> ProblemCode.LIMIT_REACHED;
      case OVERLOADED -> ProblemCode.OVERLOADED;
      case UNAVAILABLE -> ProblemCode.UNAVAILABLE;
      case TIMEOUT -> ProblemCode.TIMEOUT;
    };
  }
}
