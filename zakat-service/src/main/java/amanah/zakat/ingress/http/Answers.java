package amanah.zakat.ingress.http;

import amanah.http.Exchange;
import amanah.http.Json;
import amanah.http.Responses;
import amanah.zakat.application.Reply;
import amanah.zakat.ingress.request.RefusalCodes;
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
                  Responses.refused(RefusalCodes.of(no.code()), no.detail(), no.field(), exchange);
            });
  }
}
