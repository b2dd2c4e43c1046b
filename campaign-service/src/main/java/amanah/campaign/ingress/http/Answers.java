package amanah.campaign.ingress.http;

import amanah.campaign.application.Reply;
import amanah.campaign.domain.Refusal;
import amanah.http.Exchange;
import amanah.http.ProblemCode;
import amanah.http.Responses;
import com.linecorp.armeria.common.HttpResponse;
import java.util.function.Function;

/** Turns what the application said into answers. */
final class Answers {

  private Answers() {}

  /** The answer to a yes, or the problem of a no. */
  static <T> HttpResponse of(
      Reply<T> reply, Exchange exchange, Function<Reply.Done<T>, HttpResponse> done) {
    return switch (reply) {
      case Reply.Done<T> yes -> done.apply(yes);
      case Reply.Refused<T> no -> Responses.refused(code(no.refusal()), no.detail(), exchange);
    };
  }

  /** The only place where a refusal becomes a code, and with it a status. */
  static ProblemCode code(Refusal refusal) {
    return switch (refusal) {
      case CAMPAIGN_NOT_FOUND -> ProblemCode.CAMPAIGN_NOT_FOUND;
      case CAMPAIGN_EXISTS -> ProblemCode.CAMPAIGN_EXISTS;
      case CAMPAIGN_NOT_ACTIVE -> ProblemCode.CAMPAIGN_NOT_ACTIVE;
      case ILLEGAL_TRANSITION -> ProblemCode.ILLEGAL_TRANSITION;
      case CURRENCY_MISMATCH -> ProblemCode.CURRENCY_MISMATCH;
      case INVALID_AMOUNT -> ProblemCode.INVALID_AMOUNT;
      case INVALID_FIELD -> ProblemCode.INVALID_FIELD;
      case GOAL_EXCEEDED -> ProblemCode.GOAL_EXCEEDED;
      case NOT_ZAKAT_ELIGIBLE -> ProblemCode.NOT_ZAKAT_ELIGIBLE;
      case IDEMPOTENCY_MISMATCH -> ProblemCode.IDEMPOTENCY_MISMATCH;
      case DONATION_NOT_FOUND -> ProblemCode.DONATION_NOT_FOUND;
      case REFUND_EXCEEDS_CAPTURED -> ProblemCode.REFUND_EXCEEDS_CAPTURED;
      case OVERLOADED -> ProblemCode.OVERLOADED;
      case UNAVAILABLE -> ProblemCode.UNAVAILABLE;
      case TIMEOUT -> ProblemCode.TIMEOUT;
    };
  }
}
