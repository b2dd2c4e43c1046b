package amanah.grpc;

import amanah.http.Failures;
import amanah.http.Problem;
import amanah.http.ProblemCode;
import amanah.http.ReceivedRequest;
import amanah.http.SizeLimit;
import amanah.http.UsedName;
import com.google.protobuf.InvalidProtocolBufferException;
import com.linecorp.armeria.common.RequestContext;
import com.linecorp.armeria.common.grpc.GrpcExceptionHandlerFunction;
import com.linecorp.armeria.server.RequestTimeoutException;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers what failed, with the problem that the HTTP door would answer. */
final class GrpcFailures implements GrpcExceptionHandlerFunction {

  private static final String MESSAGE = "the message";

  /** How Armeria says it, which tells it in no other way. */
  private static final Pattern FRAME_SIZE =
      Pattern.compile("Frame size (\\d{1,18}) exceeds maximum: (\\d{1,18})");

  private static final Pattern UNPACKED_MAX =
      Pattern.compile("Compressed frame exceeds maximum frame size: (\\d{1,18})");

  @Override
  public Status apply(RequestContext context, Status status, Throwable cause, Metadata trailers) {
    if (status.getCode() == Status.Code.CANCELLED) {
      return status; // The caller has gone, and reads nothing.
    }
    if (trailers.containsKey(GrpcProblem.DETAILS)) {
      return status; // Told already, and come back from the stream that it ended.
    }
    ServiceRequestContext service = (ServiceRequestContext) context;
    return GrpcProblem.write(problem(cause, service), UsedName.of(service), trailers);
  }

  /** The problem whose status this is, when it was told here and is the caller's mistake. */
  static Optional<Problem> told(StatusRuntimeException ended) {
    Metadata trailers = ended.getTrailers();
    return trailers != null
            && trailers.containsKey(GrpcProblem.DETAILS)
            && ended.getStatus().getCode() == Status.Code.INVALID_ARGUMENT
        ? Optional.of(malformed())
        : Optional.empty();
  }

  private static Problem problem(Throwable cause, ServiceRequestContext context) {
    return switch (cause) {
      case StatusException framing -> ofFraming(framing.getStatus(), context);
      case StatusRuntimeException framing -> ofFraming(framing.getStatus(), context);
      case RequestTimeoutException late -> ReceivedRequest.late(context);
      case InvalidProtocolBufferException unreadable -> malformed();
      default ->
          GrpcCall.failedHere(cause, context)
              ? Failures.problem(cause, context)
              : Failures.expected(cause).orElseGet(GrpcFailures::malformed);
    };
  }

  /** Of a message that was compressed it is only known that it is more than may be. */
  private static Problem tooLarge(String said) {
    Matcher frame = FRAME_SIZE.matcher(said);
    if (frame.find()) {
      return SizeLimit.tooLarge(
          MESSAGE, Long.parseLong(frame.group(1)), Long.parseLong(frame.group(2)));
    }
    Matcher unpacked = UNPACKED_MAX.matcher(said);
    return unpacked.find()
        ? SizeLimit.tooLarge(MESSAGE, SizeLimit.UNKNOWN, Long.parseLong(unpacked.group(1)))
        : Problem.of(ProblemCode.TOO_LARGE, "the message is too large");
  }

  /** Our own refusals are problems, so a status comes from what reads frames and messages. */
  private static Problem ofFraming(Status status, ServiceRequestContext context) {
    return switch (status.getCode()) {
      case RESOURCE_EXHAUSTED -> tooLarge(String.valueOf(status.getDescription()));
      case UNIMPLEMENTED ->
          Problem.of(
              ProblemCode.UNSUPPORTED_MEDIA_TYPE,
              "the message is compressed in a way that is not known here, expected gzip or"
                  + " identity");
      case DEADLINE_EXCEEDED -> ReceivedRequest.late(context);
      case OK,
          CANCELLED,
          UNKNOWN,
          INVALID_ARGUMENT,
          NOT_FOUND,
          ALREADY_EXISTS,
          PERMISSION_DENIED,
          FAILED_PRECONDITION,
          ABORTED,
          OUT_OF_RANGE,
          INTERNAL,
          UNAVAILABLE,
          DATA_LOSS,
          UNAUTHENTICATED ->
          malformed();
    };
  }

  /** The status of a call that is none, with its details in the trailers. */
  static Status malformed(Metadata trailers) {
    return GrpcProblem.write(malformed(), null, trailers);
  }

  private static Problem malformed() {
    return Problem.of(
        ProblemCode.MALFORMED, "the headers or the bytes are not those of a message of this call");
  }
}
