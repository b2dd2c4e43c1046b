package amanah.http;

import amanah.cluster.ClusterView;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import com.linecorp.armeria.server.cors.CorsService;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public HTTP port of a node. It opens once, and closes once: from {@link #stop()} on, new
 * requests are answered with {@code unavailable} and lose their connection, and those in flight are
 * finished.
 */
public final class HttpDoor {

  private final HttpSettings settings;
  private final Closing closing;
  private final UnderWay underWay;
  private final Server server;

  /** A door to these services that makes names with {@code ids} where the caller has none. */
  public HttpDoor(
      HttpSettings settings,
      List<RouteTable> services,
      Readiness readiness,
      ClusterView cluster,
      Supplier<String> ids,
      OtherProtocol... others) {
    this.settings = settings;
    this.closing = new Closing(settings.drainQuietMin());
    this.underWay = new UnderWay(settings.underWay());
    NodeRoutes node = new NodeRoutes(new NodePages(readiness, cluster, closing), services);
    Stream<Route> published =
        Stream.concat(services.stream(), Stream.of(node)).flatMap(table -> table.routes().stream());
    Failures failures = new Failures(ids, List.of(others));
    ServerBuilder builder = builder(failures);
    bind(builder, Stream.concat(published, node.unpublished().stream()).toList());
    builder.serviceUnder("/", new UnservedPaths(failures));
    builder.decorator(new RequestChecks(failures, settings.allowedOrigins()));
    builder.decorator(
        (next, context, request) -> ConnectionRequests.serve(next, context, request, failures));
    if (!settings.allowedOrigins().isEmpty()) {
      builder.decorator(cors());
    }
    List.of(others).forEach(other -> other.serve(builder, settings, closing));
    this.server = builder.build();
  }

  /** Opens the door and says at which port; throws when the port is taken. */
  public int start() {
    server.start().join();
    // Not the local port: that is one of loopback or of any address.
    return Objects.requireNonNull(server.activePort()).localAddress().getPort();
  }

  /**
   * Closes the door, whoever keeps asking: done when the last request that it had taken is
   * answered, or after {@code drainMax}, and {@code drainQuietMin} later, in which who asks on an
   * old connection hears no. What Netty's own threads do afterwards, for two seconds, is not waited
   * for.
   */
  public CompletionStage<Void> stop() {
    closing.begin();
    return closing
        .drained()
        .completeOnTimeout(null, settings.drainMax().toMillis(), TimeUnit.MILLISECONDS)
        .thenRunAsync(
            () -> {
              var unused = server.stop();
            },
            CompletableFuture.delayedExecutor(
                settings.drainQuietMin().toMillis(), TimeUnit.MILLISECONDS));
  }

  private ServerBuilder builder(Failures failures) {
    return Server.builder()
        .http(new InetSocketAddress(settings.host(), settings.port()))
        .maxNumConnections(settings.connectionsMax())
        .http2MaxStreamsPerConnection(settings.streamsMax())
        .maxRequestLength(settings.requestBytesMax())
        .requestTimeout(settings.requestTimeout())
        // Armeria's own wait is for silence, which callers with old connections never grant.
        .gracefulShutdownTimeout(Duration.ZERO, Duration.ZERO)
        .decorator(this::noted)
        .disableServerHeader()
        .childChannelPipelineCustomizer(
            pipeline ->
                ProtocolDetection.begin(
                    pipeline,
                    context -> ConnectionRequests.of(context, underWay, settings.underWay())))
        .accessLogWriter(ConnectionRequests::end, false)
        .errorHandler(failures);
  }

  private HttpResponse noted(HttpService next, ServiceRequestContext context, HttpRequest request)
      throws Exception {
    closing.note(context);
    return next.serve(context, request);
  }

  /** What pages of the allowed origins may ask and read. */
  private Function<? super HttpService, CorsService> cors() {
    return CorsService.builder(settings.allowedOrigins())
        .allowRequestMethods(
            HttpMethod.GET, HttpMethod.POST, HttpMethod.PATCH, HttpMethod.PUT, HttpMethod.DELETE)
        .allowRequestHeaders(
            "authorization",
            "content-type",
            "idempotency-key",
            "if-match",
            "if-none-match",
            "last-event-id",
            "traceparent",
            "x-request-id")
        .exposeHeaders(
            "etag", "idempotent-replayed", "location", "retry-after", "traceparent", "x-request-id")
        .newDecorator();
  }

  private void bind(ServerBuilder builder, List<Route> table) {
    Map<String, List<Route>> paths =
        table.stream()
            .collect(Collectors.groupingBy(Route::path, LinkedHashMap::new, Collectors.toList()));
    paths.forEach((path, own) -> bind(builder, path, withShadowed(path, own, table)));
  }

  private void bind(ServerBuilder builder, String path, List<Route> routes) {
    builder
        .route()
        .path(path)
        .maxRequestLength(routes.stream().mapToInt(this::bytesMax).max().orElseThrow())
        .build(new PathService(routes, this::bytesMax, closing));
  }

  /**
   * A path without names hides what is named like it: whatever it does not serve itself is asked of
   * the path that has a name there, so that nothing that was ever named so is out of reach.
   */
  private static List<Route> withShadowed(String path, List<Route> own, List<Route> table) {
    Set<HttpMethod> methods = own.stream().map(Route::method).collect(Collectors.toSet());
    Stream<Route> shadowed =
        table.stream()
            .filter(route -> !route.path().equals(path) && route.covers(path))
            .filter(route -> !methods.contains(route.method()));
    return Stream.concat(own.stream(), shadowed).toList();
  }

  private int bytesMax(Route route) {
    return route.bytesMax().orElse(settings.requestBytesMax());
  }
}
