package amanah.grpc;

import amanah.http.BadRequest;
import amanah.http.HttpSettings;
import amanah.http.Problem;
import amanah.http.ProblemCode;
import amanah.http.ReceivedRequest;
import amanah.http.RequestIdentity;
import amanah.http.Responses;
import com.linecorp.armeria.common.ExchangeType;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.RoutingContext;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import com.linecorp.armeria.server.SimpleDecoratingHttpService;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request may be before it is a call: a POST of gRPC, and of a bounded size. */
final class CallBounds {

  static final String GRPC = "application/grpc";

  /** The head of a message on the wire. */
  private static final int FRAME_BYTES = 5;

  /** The largest body of each call by its path; 0 for a stream, which has no end. */
  private final Map<String, Long> requestBytesMax = new HashMap<>();

  /** The calls that are asked for their bounds before their message is read. */
  private final Set<String> ownBounds = new HashSet<>();

  private final int messageBytesMax;

  CallBounds(Rpcs rpcs, HttpSettings settings) {
    int largest = 0;
    for (ServerMethodDefinition<?, ?> method : rpcs.service().bindService().getMethods()) {
      MethodDescriptor<?, ?> call = method.getMethodDescriptor();
      String path = "/" + call.getFullMethodName();
      int bytes = rpcs.bytesMax(call.getBareMethodName(), settings.requestBytesMax());
      boolean one = call.getType().clientSendsOneMessage();
      requestBytesMax.put(path, one ? bytes + FRAME_BYTES : 0L);
      if (rpcs.hasOwnBounds(call.getBareMethodName())) {
        ownBounds.add(path);
      }
      largest = Math.max(largest, bytes);
    }
    this.messageBytesMax = largest;
  }

  /** Serves each call at its path. */
  void bind(HttpService service, ServerBuilder builder) {
    HttpService bounded = new Bounded(service);
    requestBytesMax.forEach(
        (path, bytes) ->
            builder.route().path("exact:" + path).maxRequestLength(bytes).build(bounded));
  }

  int messageBytesMax() {
    return messageBytesMax;
  }

  private final class Bounded extends SimpleDecoratingHttpService {

    private final HttpService service;

    Bounded(HttpService service) {
      super(service);
      this.service = service;
    }

    /**
     * Where a call has bounds of its own, or nobody knows how long its message is, they are asked
     * before it is read.
     */
    @Override
    public ExchangeType exchangeType(RoutingContext context) {
      ExchangeType usual = service.exchangeType(context);
      if (usual == ExchangeType.RESPONSE_STREAMING) {
        return ExchangeType.BIDI_STREAMING;
      }
      if (usual != ExchangeType.UNARY) {
        return usual;
      }
      return ownBounds.contains(context.path())
          ? ExchangeType.REQUEST_STREAMING
          : ReceivedRequest.exchangeType(context.headers());
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) throws Exception {
      RequestIdentity identity = RequestIdentity.of(context);
      if (request.method() != HttpMethod.POST) {
        Problem problem = Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "only POST is served here");
        return problem
            .response(
                Responses.headers(problem.status(), identity)
                    .set(HttpHeaderNames.ALLOW, HttpMethod.POST.name()))
            .toHttpResponse();
      }
      if (!isGrpc(request.headers().get(HttpHeaderNames.CONTENT_TYPE))) {
        return notGrpc(
            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            "this path speaks gRPC, expected " + GRPC,
            identity);
      }
      context.mutateAdditionalResponseHeaders(identity::addTo);
      try {
        return service.serve(context, request);
      } catch (IllegalArgumentException unreadable) {
        throw BadRequest.of(ProblemCode.MALFORMED, "the metadata of the call cannot be read");
      }
    }
  }

  static boolean isGrpc(@Nullable String contentType) {
    return contentType != null && (contentType.equals(GRPC) || contentType.equals(GRPC + "+proto"));
  }

  private static HttpResponse notGrpc(ProblemCode code, String detail, RequestIdentity identity) {
    return Problem.of(code, detail).response(identity).toHttpResponse();
  }
}
