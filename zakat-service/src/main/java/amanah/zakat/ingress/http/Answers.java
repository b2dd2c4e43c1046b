package amanah.zakat.ingress.http;

import amanah.http.Exchange;
import amanah.http.Json;
import amanah.http.ProblemCode;
import amanah.http.Responses;
import amanah.zakat.application.Reply;
import amanah.zakat.domain.RefusalCode;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Turns what the application said into answers. */
final class Answers {

  private Answers() {}

  /** 200 with what is written of a yes, or the problem of a no. */
  static <T> CompletionStage<HttpResponse> ok(
      CompletionStage<Reply<T>> asked, Exchange exchange, Function<T, Json.Writing> writing) {
    return of(
        asked,
        exchange,
        done -> Responses.json(HttpStatus.OK, exchange, writing.apply(done.value())));
  }

  /** The answer to a yes, or the problem of a no. */
  static <T> CompletionStage<HttpResponse> of(
      CompletionStage<Reply<T>> asked,
      Exchange exchange,
      Function<Reply.Done<T>, HttpResponse> done) {
    return asked.thenApply(
        reply ->
            switch (reply) {
              case Reply.Done<T> yes -> done.apply(yes);
              case Reply.Refused<T> no ->
                  Responses.refused(code(no.code()), no.detail(), no.field(), exchange);
            });
  }

  /** The only place where a refusal becomes a code, and with it a status. */
  static ProblemCode code(RefusalCode refusal) {
    return switch (refusal) {
      case INVALID_FIELD, UNKNOWN_PROFILE -> ProblemCode.INVALID_FIELD;
      case INVALID_AMOUNT -> ProblemCode.INVALID_AMOUNT;
      case UNKNOWN_CURRENCY -> ProblemCode.UNKNOWN_CURRENCY;
      case CURRENCY_MISMATCH -> ProblemCode.CURRENCY_MISMATCH;
      case PRICE_MISSING -> ProblemCode.PRICE_MISSING;
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
