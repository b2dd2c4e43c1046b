package amanah.http;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.Optional;

/** Builds answers; each carries the request's identity. */
public final class Responses {

  private static final AsciiString REPLAYED = AsciiString.cached("idempotent-replayed");

  private Responses() {}

  /** The headers that every answer has. */
  public static ResponseHeadersBuilder headers(HttpStatus status, RequestIdentity identity) {
    ResponseHeadersBuilder headers = ResponseHeaders.builder(status);
    identity.addTo(headers);
    return headers;
  }

  /** JSON with these headers. */
  public static HttpResponse json(ResponseHeadersBuilder headers, Json.Writing writing) {
    return HttpResponse.of(
        headers.contentType(MediaType.JSON).build(), HttpData.wrap(Json.bytes(writing)));
  }

  /** JSON with that status and no other headers than every answer has. */
  public static HttpResponse json(HttpStatus status, Exchange exchange, Json.Writing writing) {
    return json(headers(status, exchange.identity()), writing);
  }

  /** 201 for something new; 200, marked as a replay, for the answer to an earlier request. */
  public static ResponseHeadersBuilder created(boolean replayed, Exchange exchange) {
    ResponseHeadersBuilder headers =
        headers(replayed ? HttpStatus.OK : HttpStatus.CREATED, exchange.identity());
    return replayed ? headers.set(REPLAYED, "true") : headers;
  }

  /** 202 for what will be done; 200, marked as a replay, for the answer to an earlier request. */
  public static ResponseHeadersBuilder accepted(boolean replayed, Exchange exchange) {
    ResponseHeadersBuilder headers =
        headers(replayed ? HttpStatus.OK : HttpStatus.ACCEPTED, exchange.identity());
    return replayed ? headers.set(REPLAYED, "true") : headers;
  }

  /** 200, marked as a replay when nothing changed because it was so already. */
  public static ResponseHeadersBuilder replaced(boolean replayed, Exchange exchange) {
    ResponseHeadersBuilder headers = headers(HttpStatus.OK, exchange.identity());
    return replayed ? headers.set(REPLAYED, "true") : headers;
  }

  /** The answer to a request that is refused, with the name that it used. */
  public static HttpResponse refused(ProblemCode code, String detail, Exchange exchange) {
    return Problem.of(code, detail).response(exchange.context()).toHttpResponse();
  }

  /** The same because of one field, if it is known which. */
  public static HttpResponse refused(
      ProblemCode code, String detail, Optional<String> field, Exchange exchange) {
    return Problem.of(code, detail, field).response(exchange.context()).toHttpResponse();
  }

  /** The answer to a request that does not accept what is served. */
  public static HttpResponse notAcceptable(String detail, Exchange exchange) {
    return new Problem(
            ProblemCode.UNSUPPORTED_MEDIA_TYPE, HttpStatus.NOT_ACCEPTABLE, detail, List.of())
        .response(exchange.context())
        .toHttpResponse();
  }
}
