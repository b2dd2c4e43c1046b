package amanah.http;

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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.ToIntFunction;

/** Everything at one path: picks the route of the method and answers whatever goes wrong. */
final class PathService implements HttpService {

  /** What a stopping door refuses; the node's own pages stay open to the last. */
  private static final String BUSINESS = "/v1/";

  private final Map<HttpMethod, Route> routes = new EnumMap<>(HttpMethod.class);
  private final String allowed;
  private final ToIntFunction<Route> bytesMax;
  private final Closing closing;

  PathService(List<Route> routesHere, ToIntFunction<Route> bytesMax, Closing closing) {
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
    this.bytesMax = bytesMax;
    this.closing = closing;
  }

  /**
   * The whole request first, then the whole answer: the cheapest way through Armeria. Only where
   * places are few, or nobody knows how long the body is, it has to ask before it reads the body,
   * and a stream is written as it comes.
   */
  @Override
  public ExchangeType exchangeType(RoutingContext context) {
    Route route = routes.get(context.method());
    if (route == null || route.places().isEmpty()) {
      return ReceivedRequest.exchangeType(context.headers());
    }
    return route.streams() ? ExchangeType.BIDI_STREAMING : ExchangeType.REQUEST_STREAMING;
  }

  @Override
  public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
    RequestIdentity identity = RequestIdentity.of(context);
    Route route = routes.get(request.method());
    Optional<Places> places = route == null ? Optional.empty() : route.places();
    ClientNetwork client = ClientNetwork.of(context);
    Optional<Problem> full = places.flatMap(all -> all.take(client));
    if (full.isPresent()) {
      return full.get().response(context).toHttpResponse();
    }
    CompletableFuture<HttpResponse> answer =
        request
            .aggregate()
            .thenCompose(whole -> identity.inLogs(() -> answer(context, whole, identity)));
    HttpResponse response =
        HttpResponse.of(
            answer.exceptionally(failure -> Failures.response(failure, context).toHttpResponse()));
    CompletableFuture<?> end = route != null && route.streams() ? response.whenComplete() : answer;
    places.ifPresent(
        taken -> {
          var unused = end.whenComplete((done, failure) -> taken.giveBack(client));
        });
    return response;
  }

  private CompletionStage<HttpResponse> answer(
      ServiceRequestContext context, AggregatedHttpRequest request, RequestIdentity identity) {
    ReceivedRequest.isWhole(context);
    Route route = routes.get(request.method());
    if (route == null) {
      return CompletableFuture.completedFuture(notAllowed(request.method(), identity));
    }
    if (closing.begun() && route.path().startsWith(BUSINESS)) {
      throw BadRequest.of(ProblemCode.UNAVAILABLE, "this node is stopping");
    }
    requireKnownQuery(context, route);
    requireKnownPrecondition(request, route);
    CompletionStage<HttpResponse> answer =
        route
            .handler()
            .answer(
                new Exchange(
                    context, request, identity, route, bytesMax.applyAsInt(route), closing));
    return route.streams() ? answer.thenApply(stream -> unlimited(context, stream)) : answer;
  }

  /** A stream has begun: from here on it may take its time. */
  private static HttpResponse unlimited(ServiceRequestContext context, HttpResponse stream) {
    context.clearRequestTimeout();
    return stream;
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

  /** What nobody looks at is refused, for whoever says it relies on it. */
  private static void requireKnownPrecondition(AggregatedHttpRequest request, Route route) {
    if (!route.conditional() && request.headers().contains(HttpHeaderNames.IF_MATCH)) {
      throw BadRequest.of(
          ProblemCode.MALFORMED, "this call looks at no If-Match, expected none with it");
    }
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
              } else if (!values.isEmpty() && !values.contains(value)) {
                errors.add(
                    ProblemCode.INVALID_FIELD,
                    name,
                    "\"" + Shown.value(value) + "\", expected " + String.join(" or ", values));
              }
            });
    errors.refuseIfAny();
  }
}
