package amanah.campaign.ingress.http;

import amanah.campaign.domain.Refusal;
import com.linecorp.armeria.common.HttpStatus;
import java.util.Locale;

/** The stable codes of problems, each with its status; their names in lower case are public. */
enum ProblemCode {
  MALFORMED(400, "The request cannot be read"),
  INVALID_FIELD(400, "A field has a value that is not allowed"),
  INVALID_AMOUNT(400, "An amount is not an amount of money"),
  UNKNOWN_CURRENCY(400, "A currency is not one to pay with"),
  CURRENCY_MISMATCH(400, "The currency is not the campaign's"),
  NOT_FOUND(404, "There is nothing at this path"),
  CAMPAIGN_NOT_FOUND(404, "No campaign has this id"),
  DONATION_NOT_FOUND(404, "No donation of this campaign has this id"),
  METHOD_NOT_ALLOWED(405, "This path does not have this method"),
  CAMPAIGN_EXISTS(409, "The id belongs to a campaign with other terms"),
  CAMPAIGN_NOT_ACTIVE(409, "The campaign takes no donations now"),
  ILLEGAL_TRANSITION(409, "The campaign cannot go there from where it is"),
  GOAL_EXCEEDED(409, "The donation would pass the hard goal"),
  NOT_ZAKAT_ELIGIBLE(409, "The campaign may not take zakat"),
  REFUND_EXCEEDS_CAPTURED(409, "The refund is more than what is left"),
  TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body is of the wrong type"),
  IDEMPOTENCY_MISMATCH(422, "The id came before with other content"),
  INTERNAL(500, "The server failed"),
  OVERLOADED(503, "Too many requests wait; retry with the same id"),
  UNAVAILABLE(503, "Not available now; retry with the same id"),
  TIMEOUT(504, "The outcome is unknown; retry with the same id");

  private final int status;
  private final String title;
  private final String code = name().toLowerCase(Locale.ROOT);

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The only place where a refusal becomes a status. */
  static ProblemCode of(Refusal refusal) {
    return switch (refusal) {
      case CAMPAIGN_NOT_FOUND -> CAMPAIGN_NOT_FOUND;
      case CAMPAIGN_EXISTS -> CAMPAIGN_EXISTS;
      case CAMPAIGN_NOT_ACTIVE -> CAMPAIGN_NOT_ACTIVE;
      case ILLEGAL_TRANSITION -> ILLEGAL_TRANSITION;
      case CURRENCY_MISMATCH -> CURRENCY_MISMATCH;
      case INVALID_AMOUNT -> INVALID_AMOUNT;
      case INVALID_FIELD -> INVALID_FIELD;
      case GOAL_EXCEEDED -> GOAL_EXCEEDED;
      case NOT_ZAKAT_ELIGIBLE -> NOT_ZAKAT_ELIGIBLE;
      case IDEMPOTENCY_MISMATCH -> IDEMPOTENCY_MISMATCH;
      case DONATION_NOT_FOUND -> DONATION_NOT_FOUND;
      case REFUND_EXCEEDS_CAPTURED -> REFUND_EXCEEDS_CAPTURED;
      case OVERLOADED -> OVERLOADED;
      case UNAVAILABLE -> UNAVAILABLE;
      case TIMEOUT -> TIMEOUT;
    };
  }

  HttpStatus status() {
    return HttpStatus.valueOf(status);
  }

  String title() {
    return title;
  }

  String code() {
    return code;
  }
}
