package amanah.campaign.domain;

/**
 * Why a request is not answered with yes. Each constant but {@link #TIMEOUT} is a definite no:
 * nothing was recorded.
 */
public enum Refusal {
  /** No campaign has this id. The caller has the wrong id, or has to open the campaign first. */
  CAMPAIGN_NOT_FOUND,
  /** The id belongs to a campaign with other terms. The caller has to choose another id. */
  CAMPAIGN_EXISTS,
  /** The campaign takes no donations now: a draft, paused, completed, cancelled or past its end. */
  CAMPAIGN_NOT_ACTIVE,
  /** The lifecycle has no way from where the campaign is to where the caller wants it. */
  ILLEGAL_TRANSITION,
  /** The campaign has moved on from the sequence that the caller expects. Nothing was changed. */
  PRECONDITION_FAILED,
  /** Nobody pays any more in the currency of what is to be recorded. The detail names its place. */
  UNKNOWN_CURRENCY,
  /** The donation's or refund's currency is not the campaign's. */
  CURRENCY_MISMATCH,
  /**
   * The amount is nothing, or more than one donation may be, or so large that the campaign's total
   * could not hold it.
   */
  INVALID_AMOUNT,
  /** A field of the request has a value that the campaign, or its terms, do not allow. */
  INVALID_FIELD,
  /** The donation would pass the hard goal. The detail names what is left. */
  GOAL_EXCEEDED,
  /** The donation is designated zakat and the campaign may not take zakat. */
  NOT_ZAKAT_ELIGIBLE,
  /** The same id came before with other content. The caller has mixed up two donations. */
  IDEMPOTENCY_MISMATCH,
  /** No donation of this campaign has this id. */
  DONATION_NOT_FOUND,
  /** The refund is more than what is left of the captured amount. */
  REFUND_EXCEEDS_CAPTURED,
  /**
   * The donation names an assessment that nobody has made. The caller has mistyped it, or has to
   * have it made first.
   */
  ASSESSMENT_NOT_FOUND,
  /** No reminder of this campaign has this id. */
  REMINDER_NOT_FOUND,
  /**
   * The campaign remembers as many donations, refunds or reminders as it may. The detail names the
   * bound. The caller has to give to another campaign.
   */
  LIMIT_REACHED,
  /** The campaign has as many requests waiting as it may. The caller retries with the same id. */
  OVERLOADED,
  /** The campaign cannot be reached or cannot write now. The caller retries with the same id. */
  UNAVAILABLE,
  /**
   * No answer came in time, or the journal failed while it wrote: it may be recorded or not. The
   * caller retries with the same id and gets the truth.
   */
  TIMEOUT;

  /** Whether the campaign had no time for the request, which may be put again as it is. */
  public boolean forLater() {
    return this == OVERLOADED || this == UNAVAILABLE;
  }

  /** Whether nothing was recorded for certain. */
  public boolean definite() {
    return this != TIMEOUT;
  }
}
