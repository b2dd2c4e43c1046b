package amanah.http;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.server.DecoratingHttpServiceFunction;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every request, whatever is served at its path and in whichever protocol: nothing
 * that it says is dropped or picked from, and no page of another origin changes anything.
 */
final class RequestChecks implements DecoratingHttpServiceFunction {

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

  private final Failures failures;
  private final Set<String> allowedOrigins;

  /**
   * Checks.
   *
   * @param allowedOrigins other origins whose pages may change something, such as {@code
   *     https://give.example}
   */
  RequestChecks(Failures failures, Set<String> allowedOrigins) {
    this.failures = failures;
    this.allowedOrigins = allowedOrigins;
  }

  @Override
  public HttpResponse serve(HttpService served, ServiceRequestContext context, HttpRequest request)
      throws Exception {
    Problem problem = problem(context, request.headers());
    return problem == null
        ? served.serve(context, request)
        : failures.onServiceException(context, new BadRequest(problem));
  }

  private @Nullable Problem problem(ServiceRequestContext context, RequestHeaders headers) {
    String path = path(context);
    if (path.indexOf(';') >= 0) {
      return Problem.of(
          ProblemCode.MALFORMED,
          "the path has parameters behind a \";\", expected none: \"" + Shown.value(path) + "\"");
    }
    if (headers.getAll(Exchange.IDEMPOTENCY_KEY).size() > 1) {
      return Problem.of(
          ProblemCode.MALFORMED, "Idempotency-Key comes more than once, expected one");
    }
    return SAFE.contains(headers.method()) ? null : foreign(headers);
  }

  /** As it was sent; elsewhere it has lost what is behind a semicolon. */
  private static String path(ServiceRequestContext context) {
    String target = context.rawPath();
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** A browser says whose page it is that asks; whoever is no browser says nothing. */
  private @Nullable Problem foreign(RequestHeaders headers) {
    String origin = headers.get(HttpHeaderNames.ORIGIN);
    if (origin == null || allowedOrigins.contains(origin) || isOwn(origin, headers.authority())) {
      return null;
    }
    return Problem.of(
        ProblemCode.CROSS_ORIGIN,
        "pages of \"" + Shown.value(origin) + "\" may change nothing here");
  }

  private static boolean isOwn(String origin, @Nullable String authority) {
    try {
      String asked = URI.create(origin).getRawAuthority();
      return asked != null && asked.equalsIgnoreCase(authority);
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}
