package amanah.campaign.ingress.http;

import amanah.campaign.application.Campaigns;
import amanah.cluster.ClusterView;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The public HTTP port of a node. It opens once, and closes once: from {@link #stop()} on, new
 * requests are answered with {@code unavailable} and those in flight are finished.
 */
public final class HttpDoor {

  private final HttpSettings settings;
  private final NodePages node;
  private final Server server;

  /** A door to these campaigns that makes names with {@code ids} where the caller has none. */
  public HttpDoor(
      HttpSettings settings,
      Campaigns campaigns,
      Readiness readiness,
      ClusterView cluster,
      Supplier<String> ids) {
    this(settings, campaigns, readiness, cluster, ids, more -> {});
  }

  /** The same, with more on the same port, such as gRPC. */
  public HttpDoor(
      HttpSettings settings,
      Campaigns campaigns,
      Readiness readiness,
      ClusterView cluster,
      Supplier<String> ids,
      Consumer<ServerBuilder> more) {
    this.settings = settings;
    this.node = new NodePages(readiness, cluster);
    ServerBuilder builder = builder(ids);
    bind(builder, new Routes(settings, campaigns, node, ids).table());
    more.accept(builder);
    this.server = builder.build();
  }

  /** Opens the door and says at which port; throws when the port is taken. */
  public int start() {
    server.start().join();
    // Not the local port: that is one of loopback or of any address.
    return Objects.requireNonNull(server.activePort()).localAddress().getPort();
  }

  /** Closes the door; done when the last request is answered, or after {@code drainMax}. */
  public CompletionStage<Void> stop() {
    node.drain();
    return server.stop();
  }

  private ServerBuilder builder(Supplier<String> ids) {
    return Server.builder()
        .http(new InetSocketAddress(settings.host(), settings.port()))
        .maxNumConnections(settings.connectionsMax())
        .http2MaxStreamsPerConnection(settings.streamsMax())
        .maxRequestLength(settings.requestBytesMax())
        .requestTimeout(settings.requestTimeout())
        .gracefulShutdownTimeout(settings.drainQuietMin(), settings.drainMax())
        .disableServerHeader()
        .errorHandler(new Failures(ids));
  }

  private void bind(ServerBuilder builder, List<Route> table) {
    Map<String, List<Route>> paths =
        table.stream()
            .collect(Collectors.groupingBy(Route::path, LinkedHashMap::new, Collectors.toList()));
    paths.forEach(
        (path, routes) ->
            builder
                .route()
                .path(path)
                .maxRequestLength(routes.stream().mapToInt(Route::bytesMax).max().orElseThrow())
                .build(new PathService(routes, node::draining)));
    builder.serviceUnder("/", nothing());
  }

  private static HttpService nothing() {
    return (context, request) ->
        Problem.of(
                ProblemCode.NOT_FOUND,
                "nothing is served at \"" + Shown.value(context.path()) + "\", see /docs")
            .response(Responses.headers(HttpStatus.NOT_FOUND, RequestIdentity.of(context)))
            .toHttpResponse();
  }
}
