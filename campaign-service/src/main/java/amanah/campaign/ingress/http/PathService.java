package amanah.campaign.ingress.http;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.ExchangeType;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.RoutingContext;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Everything at one path: picks the route of the method and answers whatever goes wrong. */
final class PathService implements HttpService {

  /** What a stopping door refuses; the node's own pages stay open to the last. */
  private static final String BUSINESS = "/v1/";

  private final Map<HttpMethod, Route> routes = new EnumMap<>(HttpMethod.class);
  private final String allowed;
  private final BooleanSupplier draining;

  PathService(List<Route> routesHere, BooleanSupplier draining) {
    Set<String> methods = new TreeSet<>();
    for (Route route : routesHere) {
      routes.put(route.method(), route);
      methods.add(route.method().name());
      if (route.method() == HttpMethod.GET) {
        routes.put(HttpMethod.HEAD, route);
        methods.add(HttpMethod.HEAD.name());
      }
    }
    this.allowed = String.join(", ", methods);
    this.draining = draining;
  }

  /**
   * The whole request first, then the whole answer: the cheapest way through Armeria. Only where
   * places are few, it has to ask before it reads the body.
   */
  @Override
  public ExchangeType exchangeType(RoutingContext context) {
    return places(context.method()) == null ? ExchangeType.UNARY : ExchangeType.REQUEST_STREAMING;
  }

  @Override
  public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
    RequestIdentity identity = RequestIdentity.of(context);
    Places places = places(request.method());
    if (places != null && !places.take()) {
      return places.allTaken().response(context).toHttpResponse();
    }
    CompletableFuture<HttpResponse> answer =
        request
            .aggregate()
            .thenCompose(whole -> identity.inLogs(() -> answer(context, whole, identity)))
            .whenComplete(
                (done, failure) -> {
                  if (places != null) {
                    places.giveBack();
                  }
                });
    return HttpResponse.of(
        answer.exceptionally(failure -> Failures.response(failure, context).toHttpResponse()));
  }

  private @Nullable Places places(HttpMethod method) {
    Route route = routes.get(method);
    return route == null ? null : route.places();
  }

  private CompletionStage<HttpResponse> answer(
      ServiceRequestContext context, AggregatedHttpRequest request, RequestIdentity identity) {
    Route route = routes.get(request.method());
    if (route == null) {
      return CompletableFuture.completedFuture(notAllowed(request.method(), identity));
    }
    if (draining.getAsBoolean() && route.path().startsWith(BUSINESS)) {
      throw BadRequest.of(ProblemCode.UNAVAILABLE, "this node is stopping");
    }
    requireKnownQuery(context, route);
    return route.handler().answer(new Exchange(context, request, identity, route.bytesMax()));
  }

  private HttpResponse notAllowed(HttpMethod method, RequestIdentity identity) {
    Problem problem =
        Problem.of(
            ProblemCode.METHOD_NOT_ALLOWED,
            "method " + method + " is not served here, expected " + allowed);
    return problem
        .response(Responses.headers(problem.status(), identity).set(HttpHeaderNames.ALLOW, allowed))
        .toHttpResponse();
  }

  private static void requireKnownQuery(ServiceRequestContext context, Route route) {
    if (context.query() == null) {
      return;
    }
    FieldErrors errors = new FieldErrors();
    context
        .queryParams()
        .forEach(
            (name, value) -> {
              Set<String> values = route.queries().get(name);
              if (values == null) {
                String known = String.join(", ", route.queries().keySet());
                errors.add(
                    ProblemCode.INVALID_FIELD,
                    name,
                    "is not a query parameter of this call, expected "
                        + (known.isEmpty() ? "none" : known));
              } else if (!values.contains(value)) {
                errors.add(
                    ProblemCode.INVALID_FIELD,
                    name,
                    "\"" + Shown.value(value) + "\", expected " + String.join(" or ", values));
              }
            });
    errors.refuseIfAny();
  }
}
