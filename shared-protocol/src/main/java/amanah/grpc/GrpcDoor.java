package amanah.grpc;

import amanah.cluster.ClusterView;
import amanah.http.Closing;
import amanah.http.HttpSettings;
import amanah.http.OtherProtocol;
import amanah.http.Places;
import amanah.http.Problem;
import amanah.http.Readiness;
import amanah.http.RequestIdentity;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpHeaders;
import com.linecorp.armeria.common.HttpHeadersBuilder;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import com.linecorp.armeria.common.grpc.GrpcSerializationFormats;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.grpc.GrpcService;
import io.grpc.BindableService;
import io.grpc.DecompressorRegistry;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.services.ProtoReflectionService;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The gRPC services of a node, at the port of its HTTP door, with reflection, the standard health
 * service and the cluster. While the door closes, calls are refused and streams are ended.
 */
public final class GrpcDoor implements OtherProtocol {

  /** So that a stream whose messages are not taken leaves its connection to the others. */
  private static final int STREAM_WINDOW_BYTES = 256 * 1024;

  /** So that a caller whose machine is gone does not keep his places. */
  private static final Duration PING_INTERVAL = Duration.ofSeconds(10);

  private static final String REFLECTION = "ServerReflectionInfo";
  private static final int TOOL_STREAMS_MAX = 1_000;
  private static final int CLIENT_TOOL_STREAMS_MAX = 100;

  private static final DecompressorRegistry DECOMPRESSORS =
      DecompressorRegistry.getDefaultInstance().with(new GzipMessages(), true);

  private final List<Rpcs> services;
  private final Readiness readiness;
  private final ClusterView cluster;

  /** A door to these services. */
  public GrpcDoor(List<Rpcs> services, Readiness readiness, ClusterView cluster) {
    this.services = List.copyOf(services);
    this.readiness = readiness;
    this.cluster = cluster;
  }

  @Override
  public void serve(ServerBuilder builder, HttpSettings settings, Closing closing) {
    List<Rpcs> business =
        Stream.concat(services.stream(), Stream.of(Rpcs.of(new ClusterCalls(cluster)))).toList();
    List<String> names = business.stream().map(rpcs -> name(rpcs.service())).toList();
    builder.http2InitialStreamWindowSize(STREAM_WINDOW_BYTES);
    builder.pingInterval(PING_INTERVAL);
    business.forEach(rpcs -> add(rpcs, builder, settings, new CallGuard(rpcs, closing, false)));
    Rpcs health = Rpcs.of(new HealthCalls(readiness, names)).withPlaces("Watch", toolPlaces());
    Rpcs reflection = Rpcs.of(ProtoReflectionServiceV1.newInstance());
    for (Rpcs rpcs :
        List.of(
            health,
            reflection.withPlaces(REFLECTION, toolPlaces()),
            ofOldTools().withPlaces(REFLECTION, toolPlaces()))) {
      add(rpcs, builder, settings, new CallGuard(rpcs, closing, true));
    }
  }

  @Override
  public @Nullable AggregatedHttpResponse refused(
      RequestHeaders headers, Problem problem, RequestIdentity identity) {
    if (!CallBounds.isGrpc(headers.get(HttpHeaderNames.CONTENT_TYPE))) {
      return null;
    }
    ResponseHeadersBuilder answer =
        ResponseHeaders.builder(HttpStatus.OK).set(HttpHeaderNames.CONTENT_TYPE, CallBounds.GRPC);
    identity.addTo(answer);
    HttpHeadersBuilder trailers = HttpHeaders.builder();
    GrpcProblem.write(problem, trailers);
    return AggregatedHttpResponse.of(answer.build(), HttpData.empty(), trailers.build());
  }

  @Override
  public Optional<Problem> ended(Throwable failure) {
    return failure instanceof StatusRuntimeException ended
        ? GrpcFailures.told(ended)
        : Optional.empty();
  }

  /** For streams that have no end, and that a tool or a prober needs one of. */
  private static Places toolPlaces() {
    return new Places(TOOL_STREAMS_MAX, CLIENT_TOOL_STREAMS_MAX, "a fixed number");
  }

  /**
   * The reflection that tools asked for before there was a first version of it, and some still do.
   */
  @SuppressWarnings("deprecation")
  private static Rpcs ofOldTools() {
    return Rpcs.of(ProtoReflectionService.newInstance());
  }

  private static void add(
      Rpcs rpcs, ServerBuilder builder, HttpSettings settings, CallGuard guard) {
    CallBounds bounds = new CallBounds(rpcs, settings);
    bounds.bind(
        GrpcService.builder()
            .addService(rpcs.service())
            .intercept(guard)
            .decompressorRegistry(DECOMPRESSORS)
            .supportedSerializationFormats(GrpcSerializationFormats.PROTO)
            .exceptionHandler(new GrpcFailures())
            .maxRequestMessageLength(bounds.messageBytesMax())
            .useClientTimeoutHeader(true)
            .build(),
        builder);
  }

  private static String name(BindableService service) {
    return service.bindService().getServiceDescriptor().getName();
  }
}
