package amanah.client;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.linecorp.armeria.client.UnprocessedRequestException;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Reads statuses: which are a no, and which may be repeated. */
final class TryEnds {

  private static final String DOMAIN = "amanah";

  /** What is full stays full, so it is a no, although gRPC has one status for it and for a rate. */
  private static final String FULL = "limit_reached";

  private TryEnds() {}

  /** The end of a call to {@code node}. */
  static TryEnd.Failed of(Throwable failure, URI node) {
    Status status = Status.fromThrowable(failure);
    com.google.rpc.Status details =
        Objects.requireNonNullElse(
            StatusProto.fromThrowable(failure), com.google.rpc.Status.getDefaultInstance());
    Optional<ErrorInfo> info =
        detail(details, ErrorInfo.class).filter(told -> told.getDomain().equals(DOMAIN));
    return info.isPresent()
        ? told(status, info.get().getReason(), details, node)
        : silent(status, node);
  }

  /** What the receipt of a donation that was refused comes to. */
  static TryEnd.Failed ofReceipt(String code, String detail, URI node) {
    return switch (code) {
      case "overloaded", "unavailable", "rate_limited" ->
          new TryEnd.NotNow(answers(node, code, detail), Duration.ZERO);
      case "timeout" -> new TryEnd.Unknown(answers(node, code, detail));
      case "internal" -> new TryEnd.Defect(answers(node, code, detail));
      default -> new TryEnd.Refused(code, detail);
    };
  }

  /** Why a refusal after a try without an answer is none yet. */
  static String perhapsUnderWay(TryEnd.Refused no) {
    return "refused with %s, while an earlier try may be under way: %s"
        .formatted(no.code(), no.detail());
  }

  /** A node of ours says so: its code tells the rest. */
  private static TryEnd.Failed told(
      Status status, String code, com.google.rpc.Status details, URI node) {
    String detail = details.getMessage();
    if (code.equals(FULL)) {
      return new TryEnd.Refused(code, detail);
    }
    return switch (status.getCode()) {
      case UNAVAILABLE, RESOURCE_EXHAUSTED ->
          new TryEnd.NotNow(answers(node, code, detail), leaveAlone(details));
      case DEADLINE_EXCEEDED -> new TryEnd.Unknown(answers(node, code, detail));
      case INTERNAL, UNKNOWN, DATA_LOSS, OK -> new TryEnd.Defect(answers(node, code, detail));
      case CANCELLED,
          INVALID_ARGUMENT,
          NOT_FOUND,
          ALREADY_EXISTS,
          PERMISSION_DENIED,
          FAILED_PRECONDITION,
          ABORTED,
          OUT_OF_RANGE,
          UNIMPLEMENTED,
          UNAUTHENTICATED ->
          new TryEnd.Refused(code, detail);
    };
  }

  /** No node of ours says so: the transport, the deadline, or what stands before the node. */
  private static TryEnd.Failed silent(Status status, URI node) {
    return switch (status.getCode()) {
      case UNAVAILABLE, CANCELLED, UNKNOWN, INTERNAL, DATA_LOSS, RESOURCE_EXHAUSTED, OK ->
          broke(status, node);
      case DEADLINE_EXCEEDED -> new TryEnd.Unknown("no answer from " + node + " in time");
      case INVALID_ARGUMENT,
          NOT_FOUND,
          ALREADY_EXISTS,
          PERMISSION_DENIED,
          FAILED_PRECONDITION,
          ABORTED,
          OUT_OF_RANGE,
          UNIMPLEMENTED,
          UNAUTHENTICATED ->
          new TryEnd.Refused(
              status.getCode().name().toLowerCase(Locale.ROOT),
              "this is not how an Amanah node answers, is " + node + " right? " + status);
    };
  }

  private static TryEnd.Failed broke(Status status, URI node) {
    for (Throwable cause = status.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof UnprocessedRequestException) {
        return new TryEnd.NotConnected("nothing answers at " + node);
      }
    }
    return new TryEnd.Unknown("the connection to " + node + " broke: " + description(status));
  }

  private static String answers(URI node, String code, String detail) {
    return node + " answers " + code + ": " + detail;
  }

  private static String description(Status status) {
    return Objects.requireNonNullElse(status.getDescription(), status.getCode().name());
  }

  private static Duration leaveAlone(com.google.rpc.Status details) {
    return detail(details, RetryInfo.class)
        .map(RetryInfo::getRetryDelay)
        .map(asked -> Duration.ofSeconds(asked.getSeconds(), asked.getNanos()))
        .orElse(Duration.ZERO);
  }

  private static <T extends Message> Optional<T> detail(
      com.google.rpc.Status details, Class<T> kind) {
    for (Any any : details.getDetailsList()) {
      if (any.is(kind)) {
        try {
          return Optional.of(any.unpack(kind));
        } catch (InvalidProtocolBufferException unreadable) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
