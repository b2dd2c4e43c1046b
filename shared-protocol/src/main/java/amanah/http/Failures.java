package amanah.http;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.ContentTooLargeException;
import com.linecorp.armeria.common.Flags;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ResponseCompleteException;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import com.linecorp.armeria.common.ShuttingDownException;
import com.linecorp.armeria.common.util.Exceptions;
import com.linecorp.armeria.server.HttpStatusException;
import com.linecorp.armeria.server.RequestCancellationException;
import com.linecorp.armeria.server.RequestTimeoutException;
import com.linecorp.armeria.server.ServerErrorHandler;
import com.linecorp.armeria.server.ServiceConfig;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what failed, wherever it failed, also before a route was found. */
public final class Failures implements ServerErrorHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  /** All that any path here may have. */
  private static final String METHODS = "DELETE, GET, HEAD, PATCH, POST, PUT";

  private final Supplier<String> ids;
  private final List<OtherProtocol> others;

  Failures(Supplier<String> ids, List<OtherProtocol> others) {
    this.ids = ids;
    this.others = others;
  }

  static AggregatedHttpResponse response(Throwable failure, ServiceRequestContext context) {
    return problem(failure, context).response(context);
  }

  /** The problem of a failure; what nobody expected is logged and told nothing of. */
  public static Problem problem(Throwable failure, ServiceRequestContext context) {
    Throwable cause = Exceptions.peel(failure);
    Problem problem =
        cause instanceof RequestTimeoutException ? ReceivedRequest.late(context) : problem(cause);
    if (problem.code() == ProblemCode.INTERNAL) {
      log(cause, RequestIdentity.of(context));
    }
    return problem;
  }

  /** A client may go whenever it likes: that is no failure of the server, and worth one line. */
  private static void log(Throwable cause, RequestIdentity identity) {
    identity.inLogs(
        () -> {
          if (clientGone(cause)) {
            LOG.debug("the client has gone: {}", cause.toString());
          } else {
            LOG.error("request failed", cause);
          }
          return cause;
        });
  }

  private static boolean clientGone(Throwable cause) {
    return cause instanceof RequestCancellationException
        || cause instanceof ResponseCompleteException
        || Exceptions.isStreamCancelling(cause)
        || Exceptions.isExpected(cause);
  }

  private static Problem problem(Throwable cause) {
    return expected(cause)
        .orElseGet(() -> Problem.of(ProblemCode.INTERNAL, "the server failed; its log says why"));
  }

  /** The problem of a failure that is a refusal, or the end of somebody's patience. */
  public static Optional<Problem> expected(Throwable failure) {
    return switch (Exceptions.peel(failure)) {
      case BadRequest bad -> Optional.of(bad.problem());
      case ContentTooLargeException large -> Optional.of(tooLarge(large));
      case RequestTimeoutException late -> Optional.of(timeout());
      case TimeoutException late -> Optional.of(timeout());
      case ShuttingDownException stopping ->
          Optional.of(Problem.of(ProblemCode.UNAVAILABLE, "this node is stopping"));
      case HttpStatusException status ->
          Optional.of(
              status.getCause() instanceof ContentTooLargeException large
                  ? tooLarge(large)
                  : ofStatus(status.httpStatus()));
      default -> Optional.empty();
    };
  }

  private static Problem ofStatus(
      HttpStatus status, ServiceConfig config, @Nullable RequestHeaders headers) {
    return status.equals(HttpStatus.REQUEST_ENTITY_TOO_LARGE)
        ? SizeLimit.tooLarge(
            "the body",
            headers == null ? SizeLimit.UNKNOWN : headers.contentLength(),
            config.maxRequestLength())
        : ofStatus(status);
  }

  private static Problem ofStatus(HttpStatus status) {
    return switch (status.code()) {
      case 404 -> Problem.of(ProblemCode.NOT_FOUND, "nothing is served at this path");
      case 405 -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "this method is not served");
      case 413 -> Problem.of(ProblemCode.TOO_LARGE, "the body is too large");
      case 414, 431 ->
          new Problem(
              ProblemCode.TOO_LARGE,
              status,
              "the request line has more than %d bytes or the headers more than %d, expected at most as many"
                  .formatted(
                      Flags.defaultHttp1MaxInitialLineLength(), Flags.defaultHttp1MaxHeaderSize()),
              List.of());
      case 415 -> Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "the body has another type");
      case 503 -> Problem.of(ProblemCode.UNAVAILABLE, "the server cannot answer now");
      case 504 -> timeout();
      default ->
          status.isServerError()
              ? Problem.of(ProblemCode.INTERNAL, "the server failed")
              : new Problem(
                  ProblemCode.MALFORMED, status, "the request is not proper HTTP", List.of());
    };
  }

  private static Problem tooLarge(ContentTooLargeException large) {
    return SizeLimit.tooLarge("the body", large.contentLength(), large.maxContentLength());
  }

  private static Problem timeout() {
    return Problem.of(
        ProblemCode.TIMEOUT, "no answer in time; the outcome is unknown, retry with the same id");
  }

  @Override
  public HttpResponse onServiceException(ServiceRequestContext context, Throwable cause) {
    Problem problem =
        others.stream()
            .flatMap(other -> other.ended(Exceptions.peel(cause)).stream())
            .findFirst()
            .orElseGet(() -> problem(cause, context));
    AggregatedHttpResponse inItsWords =
        inItsWords(context.request().headers(), problem, RequestIdentity.of(context));
    return (inItsWords == null ? problem.response(context) : inItsWords).toHttpResponse();
  }

  @Override
  public AggregatedHttpResponse onProtocolViolation(
      ServiceConfig config,
      @Nullable RequestHeaders headers,
      HttpStatus status,
      @Nullable String description,
      @Nullable Throwable cause) {
    // A request that the server cannot even read is no failure of the server, whatever it threw.
    HttpStatus caused = status.isServerError() ? HttpStatus.BAD_REQUEST : status;
    Problem problem =
        cause instanceof RequestFraming.Broken broken
            ? Problem.of(ProblemCode.MALFORMED, String.valueOf(broken.getMessage()))
            : ofStatus(caused, config, headers);
    return refused(headers, problem, identity(headers));
  }

  @Override
  public AggregatedHttpResponse renderStatus(
      @Nullable ServiceRequestContext context,
      ServiceConfig config,
      @Nullable RequestHeaders headers,
      HttpStatus status,
      @Nullable String description,
      @Nullable Throwable cause) {
    Problem problem = ofStatus(status, config, headers);
    if (cause != null && problem.code() == ProblemCode.INTERNAL) {
      log(cause, context == null ? identity(headers) : RequestIdentity.of(context));
    }
    RequestIdentity identity = context == null ? identity(headers) : RequestIdentity.of(context);
    AggregatedHttpResponse inItsWords = inItsWords(headers, problem, identity);
    if (inItsWords != null) {
      return inItsWords;
    }
    return context == null ? answer(problem, identity) : problem.response(context);
  }

  private AggregatedHttpResponse refused(
      @Nullable RequestHeaders headers, Problem problem, RequestIdentity identity) {
    AggregatedHttpResponse inItsWords = inItsWords(headers, problem, identity);
    return inItsWords == null ? answer(problem, identity) : inItsWords;
  }

  /** Of a method that nothing here has, the answer names those that something has. */
  private static AggregatedHttpResponse answer(Problem problem, RequestIdentity identity) {
    ResponseHeadersBuilder headers = Responses.headers(problem.status(), identity);
    if (problem.code() == ProblemCode.METHOD_NOT_ALLOWED) {
      headers.set(HttpHeaderNames.ALLOW, METHODS);
    }
    return problem.response(headers);
  }

  private @Nullable AggregatedHttpResponse inItsWords(
      @Nullable RequestHeaders headers, Problem problem, RequestIdentity identity) {
    if (headers != null) {
      for (OtherProtocol other : others) {
        AggregatedHttpResponse answer = other.refused(headers, problem, identity);
        if (answer != null) {
          return answer;
        }
      }
    }
    return null;
  }

  private RequestIdentity identity(@Nullable RequestHeaders headers) {
    return headers == null
        ? new RequestIdentity(ids.get(), null)
        : RequestIdentity.of(headers, ids);
  }
}
