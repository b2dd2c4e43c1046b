package amanah.http;

import com.linecorp.armeria.common.HttpStatus;
import java.util.Locale;

/**
 * The stable codes of problems, each with its status; their names in lower case are public. All
 * services share the one list; what each refuses, and by which code, it says itself.
 */
public enum ProblemCode {
  MALFORMED(400, "The request cannot be read"),
  INVALID_FIELD(400, "A field has a value that is not allowed"),
  INVALID_AMOUNT(400, "An amount is not an amount of money"),
  UNKNOWN_CURRENCY(400, "A currency is not one to pay with"),
  CURRENCY_MISMATCH(400, "The currency is another than the one expected"),
  PRICE_MISSING(400, "A price that the answer needs is not known"),
  PRICE_STALE(400, "The newest price is too old for the day that is asked about"),
  NISAB_NOT_PUBLISHED(400, "No nisab of income is published for this profile"),
  UNAUTHENTICATED(401, "Nobody says who asks"),
  FORBIDDEN(403, "Who asks may not have this"),
  CROSS_ORIGIN(403, "A page of another origin may not change anything here"),
  NOT_FOUND(404, "There is nothing at this path"),
  CAMPAIGN_NOT_FOUND(404, "No campaign has this id"),
  DONATION_NOT_FOUND(404, "No donation of this campaign has this id"),
  REMINDER_NOT_FOUND(404, "No reminder of this campaign has this id"),
  ASSESSMENT_NOT_FOUND(404, "No assessment has this id"),
  PUBLICATION_NOT_FOUND(404, "No publication has this id"),
  METHOD_NOT_ALLOWED(405, "This path does not have this method"),
  REQUEST_TIMEOUT(408, "The request did not come in time; nothing was done"),
  CAMPAIGN_EXISTS(409, "The id belongs to a campaign with other terms"),
  CAMPAIGN_NOT_ACTIVE(409, "The campaign takes no donations now"),
  ILLEGAL_TRANSITION(409, "The campaign cannot go there from where it is"),
  GOAL_EXCEEDED(409, "The donation would pass the hard goal"),
  NOT_ZAKAT_ELIGIBLE(409, "The campaign may not take zakat"),
  REFUND_EXCEEDS_CAPTURED(409, "The refund is more than what is left"),
  FUND_EXCEEDED(409, "The fund does not hold as much"),
  AMIL_CAP_EXCEEDED(409, "The share of those who collect would be too large"),
  PRECONDITION_FAILED(412, "It is not as the request expected it to be"),
  TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body is of the wrong type"),
  IDEMPOTENCY_MISMATCH(422, "The id came before with other content"),
  NAME_REQUIRED(428, "Nobody names what is to be done, so a retry could not be told from it"),
  RATE_LIMITED(429, "Too many requests of one caller"),
  INTERNAL(500, "The server failed"),
  OVERLOADED(503, "Too many requests wait; retry with the same id"),
  UNAVAILABLE(503, "Not available now; retry with the same id"),
  TIMEOUT(504, "The outcome is unknown; retry with the same id"),
  LIMIT_REACHED(507, "As much is kept as may be");

  private final int status;
  private final String title;
  private final String code = name().toLowerCase(Locale.ROOT);

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The status of an answer with it. */
  public HttpStatus status() {
    return HttpStatus.valueOf(status);
  }

  /** A sentence for people. */
  public String title() {
    return title;
  }

  /** Its public name. */
  public String code() {
    return code;
  }
}
