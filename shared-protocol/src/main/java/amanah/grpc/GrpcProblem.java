package amanah.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import amanah.http.Problem;
import amanah.http.ProblemCode;
import amanah.http.UsedName;
import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.linecorp.armeria.common.HttpHeadersBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.ProtoUtils;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes an answer that is not yes as gRPC has it: a status, and its details in the trailers. */
final class GrpcProblem {

  static final Metadata.Key<com.google.rpc.Status> DETAILS =
      Metadata.Key.of(
          "grpc-status-details-bin",
          ProtoUtils.metadataMarshaller(com.google.rpc.Status.getDefaultInstance()));

  private static final String DOMAIN = "amanah";
  private static final int RETRY_AFTER_SECONDS = 1;

  /** Clients take trailers of 8 KiB; of many wrong fields, as many are told as surely fit. */
  private static final int VIOLATIONS_BYTES_MAX = 1_500;

  private GrpcProblem() {}

  /** The only place where a code becomes a status. */
  static Status.Code status(ProblemCode code) {
    return switch (code) {
      case MALFORMED,
          INVALID_FIELD,
          INVALID_AMOUNT,
          UNKNOWN_CURRENCY,
          CURRENCY_MISMATCH,
          PRICE_MISSING,
          PRICE_STALE,
          NISAB_NOT_PUBLISHED,
          NAME_REQUIRED,
          TOO_LARGE,
          UNSUPPORTED_MEDIA_TYPE ->
          Status.Code.INVALID_ARGUMENT;
      case UNAUTHENTICATED -> Status.Code.UNAUTHENTICATED;
      case FORBIDDEN, CROSS_ORIGIN -> Status.Code.PERMISSION_DENIED;
      case NOT_FOUND, METHOD_NOT_ALLOWED -> Status.Code.UNIMPLEMENTED;
      case CAMPAIGN_NOT_FOUND,
          DONATION_NOT_FOUND,
          REMINDER_NOT_FOUND,
          ASSESSMENT_NOT_FOUND,
          PUBLICATION_NOT_FOUND ->
          Status.Code.NOT_FOUND;
      case PRECONDITION_FAILED -> Status.Code.ABORTED;
      case CAMPAIGN_EXISTS -> Status.Code.ALREADY_EXISTS;
      case CAMPAIGN_NOT_ACTIVE,
          ILLEGAL_TRANSITION,
          GOAL_EXCEEDED,
          NOT_ZAKAT_ELIGIBLE,
          REFUND_EXCEEDS_CAPTURED,
          FUND_EXCEEDED,
          AMIL_CAP_EXCEEDED,
          IDEMPOTENCY_MISMATCH ->
          Status.Code.FAILED_PRECONDITION;
      case RATE_LIMITED, LIMIT_REACHED -> Status.Code.RESOURCE_EXHAUSTED;
      case INTERNAL -> Status.Code.INTERNAL;
      case OVERLOADED, UNAVAILABLE -> Status.Code.UNAVAILABLE;
      case REQUEST_TIMEOUT, TIMEOUT -> Status.Code.DEADLINE_EXCEEDED;
    };
  }

  /**
   * The status of a problem.
   *
   * @param name the name that the request used, if it had come to one
   * @param trailers where the details go
   */
  static Status write(Problem problem, @Nullable UsedName name, Metadata trailers) {
    Status status = status(problem.code()).toStatus().withDescription(problem.detail());
    com.google.rpc.Status.Builder details =
        com.google.rpc.Status.newBuilder()
            .setCode(status.getCode().value())
            .setMessage(problem.detail())
            .addDetails(Any.pack(info(problem, name)));
    if (!problem.errors().isEmpty()) {
      details.addDetails(Any.pack(violations(problem)));
    }
    if (mayBeRepeated(problem.code())) {
      details.addDetails(Any.pack(retry()));
    }
    trailers.discardAll(DETAILS);
    trailers.put(DETAILS, details.build());
    return status;
  }

  /** The same as the trailers of an answer that has nothing else. */
  static void write(Problem problem, HttpHeadersBuilder trailerFields) {
    Metadata trailers = new Metadata();
    Status status = write(problem, null, trailers);
    trailerFields.set("grpc-status", String.valueOf(status.getCode().value()));
    String message = URLEncoder.encode(problem.detail(), UTF_8).replace("+", "%20");
    trailerFields.set("grpc-message", message);
    byte[] details = Objects.requireNonNull(trailers.get(DETAILS)).toByteArray();
    trailerFields.set(DETAILS.name(), Base64.getEncoder().withoutPadding().encodeToString(details));
  }

  private static ErrorInfo info(Problem problem, @Nullable UsedName name) {
    ErrorInfo.Builder info =
        ErrorInfo.newBuilder().setDomain(DOMAIN).setReason(problem.code().code());
    if (name != null) {
      info.putMetadata(name.field(), name.value());
    }
    return info.build();
  }

  private static BadRequest violations(Problem problem) {
    BadRequest.Builder violations = BadRequest.newBuilder();
    int bytes = 0;
    for (Problem.FieldError error : problem.errors()) {
      BadRequest.FieldViolation violation =
          BadRequest.FieldViolation.newBuilder()
              .setField(error.field())
              .setDescription(error.message())
              .build();
      bytes += violation.getSerializedSize();
      if (bytes > VIOLATIONS_BYTES_MAX && violations.getFieldViolationsCount() > 0) {
        break;
      }
      violations.addFieldViolations(violation);
    }
    return violations.build();
  }

  /** Where HTTP says {@code Retry-After}: what is full stays full. */
  private static boolean mayBeRepeated(ProblemCode code) {
    return code == ProblemCode.OVERLOADED
        || code == ProblemCode.UNAVAILABLE
        || code == ProblemCode.RATE_LIMITED;
  }

  private static RetryInfo retry() {
    return RetryInfo.newBuilder()
        .setRetryDelay(Duration.newBuilder().setSeconds(RETRY_AFTER_SECONDS))
        .build();
  }
}
