package amanah.campaign.ingress.http;

import amanah.campaign.application.Reply;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import io.netty.util.AsciiString;
import java.util.function.Function;

/** Builds answers; each carries the request's identity. */
final class Responses {

  private static final AsciiString REPLAYED = AsciiString.cached("idempotent-replayed");

  private Responses() {}

  static ResponseHeadersBuilder headers(HttpStatus status, RequestIdentity identity) {
    ResponseHeadersBuilder headers = ResponseHeaders.builder(status);
    identity.addTo(headers);
    return headers;
  }

  static HttpResponse json(ResponseHeadersBuilder headers, Json.Writing writing) {
    return HttpResponse.of(
        headers.contentType(MediaType.JSON).build(), HttpData.wrap(Json.bytes(writing)));
  }

  static HttpResponse json(HttpStatus status, Exchange exchange, Json.Writing writing) {
    return json(headers(status, exchange.identity()), writing);
  }

  /** 201 for something new; 200, marked as a replay, for the answer to an earlier request. */
  static ResponseHeadersBuilder created(boolean replayed, Exchange exchange) {
    ResponseHeadersBuilder headers =
        headers(replayed ? HttpStatus.OK : HttpStatus.CREATED, exchange.identity());
    return replayed ? headers.set(REPLAYED, "true") : headers;
  }

  /** The answer to what the application said. */
  static <T> HttpResponse of(
      Reply<T> reply, Exchange exchange, Function<Reply.Done<T>, HttpResponse> done) {
    return switch (reply) {
      case Reply.Done<T> yes -> done.apply(yes);
      case Reply.Refused<T> no ->
          Problem.of(ProblemCode.of(no.refusal()), no.detail())
              .response(exchange.context())
              .toHttpResponse();
    };
  }
}
