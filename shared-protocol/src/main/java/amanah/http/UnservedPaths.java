package amanah.http;

import com.linecorp.armeria.common.ExchangeType;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.RoutingContext;
import com.linecorp.armeria.server.ServiceRequestContext;

/** Answers where nothing is served, each protocol in its own words. */
final class UnservedPaths implements HttpService {

  private final Failures failures;

  UnservedPaths(Failures failures) {
    this.failures = failures;
  }

  @Override
  public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
    return failures.onServiceException(
        context,
        BadRequest.of(
            ProblemCode.NOT_FOUND,
            "nothing is served at \"" + Shown.value(context.path()) + "\", see /docs"));
  }

  /**
   * The answer goes out in one piece: a body that proves too large meanwhile cannot come between
   * its headers and its trailers.
   */
  @Override
  public ExchangeType exchangeType(RoutingContext context) {
    return ExchangeType.REQUEST_STREAMING;
  }
}
