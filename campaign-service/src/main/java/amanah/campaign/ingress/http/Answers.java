package amanah.campaign.ingress.http;

import amanah.campaign.application.Reply;
import amanah.campaign.ingress.request.RefusalCodes;
import amanah.http.Exchange;
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
      case Reply.Refused<T> no ->
          Responses.refused(RefusalCodes.of(no.refusal()), no.detail(), exchange);
    };
  }
}
