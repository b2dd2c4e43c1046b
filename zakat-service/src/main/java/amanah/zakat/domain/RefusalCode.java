package amanah.zakat.domain;

/**
 * Why a request is not answered with yes. Each constant but {@link #TIMEOUT} is a definite no:
 * nothing was recorded.
 */
public enum RefusalCode {
  /** A field is missing or has a value that the rules cannot use. */
  INVALID_FIELD,
  /** An amount is nothing where something is needed, or the result is more than can be paid. */
  INVALID_AMOUNT,
  /** No money has this currency's code, or it has no minor unit to pay with. */
  UNKNOWN_CURRENCY,
  /** Two currencies meet where only one may be. */
  CURRENCY_MISMATCH,
  /**
   * A price or a published figure that the rules need was neither given nor published for that day.
   */
  PRICE_MISSING,
  /**
   * The newest price is older than the profile lets it be on that day. The detail names its day.
   */
  PRICE_STALE,
  /** A nisab of income was published for a profile whose rules have none to be published. */
  NISAB_NOT_PUBLISHED,
  /** No publication has this name, or it is forgotten. */
  PUBLICATION_NOT_FOUND,
  /** No rule profile has this name. The detail names those there are. */
  UNKNOWN_PROFILE,
  /** No assessment has this id. */
  ASSESSMENT_NOT_FOUND,
  /** The same id came before with other content. The caller has mixed up two requests. */
  IDEMPOTENCY_MISMATCH,
  /**
   * The distribution is more than the fund holds in that currency. The detail names what it has.
   */
  FUND_EXCEEDED,
  /** Those who administer zakat would get more than one eighth of what was collected. */
  AMIL_CAP_EXCEEDED,
  /**
   * As many distributions, or as many days of prices, are kept as may be. The operator has to raise
   * the limit.
   */
  LIMIT_REACHED,
  /** As many requests are waiting as may. The caller retries with the same id. */
  OVERLOADED,
  /** The calculator or its journal cannot be reached now. The caller retries with the same id. */
  UNAVAILABLE,
  /**
   * No answer came in time, or the journal failed while it wrote: it may be recorded or not. The
   * caller retries with the same id and gets the truth.
   */
  TIMEOUT;

  /** Whether there was no time for the request, which may be put again as it is. */
  public boolean forLater() {
    return this == OVERLOADED || this == UNAVAILABLE;
  }

  /** Whether nothing was recorded for certain. */
  public boolean definite() {
    return this != TIMEOUT;
  }
}
