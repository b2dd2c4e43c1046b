package amanah.testing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.RequestHeadersBuilder;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Puts one question to either door. */
public final class Asking {

  private static final String DOMAIN = "amanah";

  /** What every problem has; anything else in it is the name that the request went by. */
  private static final Set<String> OF_PROBLEMS =
      Set.of("type", "title", "status", "detail", "code", "errors");

  private static final Metadata.Key<String> IDEMPOTENCY_KEY =
      Metadata.Key.of("idempotency-key", Metadata.ASCII_STRING_MARSHALLER);

  private Asking() {}

  /** Over HTTP: the JSON that says the same, at the place that is the twin of the call. */
  public static Told overHttp(BothDoors doors, Question question) {
    Twin twin = twin(doors, question);
    String body = twin.bodyOf(question.message());
    RequestHeadersBuilder headers =
        RequestHeaders.builder(twin.method(), twin.pathOf(question.message()));
    if (!body.isEmpty()) {
      headers.contentType(MediaType.JSON);
    }
    if (question.key() != null) {
      headers.set("idempotency-key", question.key());
    }
    AggregatedHttpResponse response =
        doors
            .http()
            .execute(HttpRequest.of(headers.build(), HttpData.ofUtf8(body)))
            .aggregate()
            .join();
    doors
        .contract()
        .hold(
            twin.method().name(),
            twin.pathOf(question.message()),
            response.status().code(),
            response.headers().get("content-type"),
            response.contentUtf8());
    JsonNode answer = doors.tree(response);
    return response.status().isSuccess()
        ? Told.yes(answer, response.headers().contains("idempotent-replayed"))
        : problem(answer, response.headers().contains("retry-after"));
  }

  private static Told problem(JsonNode problem, boolean retry) {
    List<String> errors = new ArrayList<>();
    problem
        .path("errors")
        .forEach(
            error ->
                errors.add(error.path("field").asText() + " " + error.path("message").asText()));
    Map<String, String> names = new HashMap<>();
    problem.properties().stream()
        .filter(field -> !OF_PROBLEMS.contains(field.getKey()))
        .forEach(field -> names.put(field.getKey(), field.getValue().asText()));
    return new Told(
        problem.path("code").asText(),
        problem.path("detail").asText(),
        errors,
        names,
        false,
        retry,
        new TreeMap<>());
  }

  /** Over gRPC. */
  public static Told overGrpc(BothDoors doors, Question question) {
    Metadata metadata = new Metadata();
    if (question.key() != null) {
      metadata.put(IDEMPOTENCY_KEY, question.key());
    }
    Channel channel =
        ClientInterceptors.intercept(
            doors.channel(Objects.requireNonNull(question.rpc().getServiceName())),
            MetadataUtils.newAttachHeadersInterceptor(metadata));
    try {
      Message answer = call(channel, question.rpc(), question.message());
      return yes(doors.tree(answer), twin(doors, question).wrapper());
    } catch (StatusRuntimeException refused) {
      return refused(refused);
    }
  }

  private static Twin twin(BothDoors doors, Question question) {
    return doors.twins().stream()
        .filter(twin -> twin.rpc().equals(question.rpc()))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static <Q, A> A call(Channel channel, MethodDescriptor<Q, A> rpc, Message message) {
    return ClientCalls.blockingUnaryCall(channel, rpc, CallOptions.DEFAULT, (Q) message);
  }

  private static Told yes(JsonNode answer, String wrapper) {
    boolean replayed = answer.path("replayed").asBoolean();
    if (answer.isArray()) {
      return Told.yes(JsonNodeFactory.instance.objectNode().set(wrapper, answer), false);
    }
    ((ObjectNode) answer).remove("replayed");
    return Told.yes(wrapper.isEmpty() ? answer : answer.path(wrapper), replayed);
  }

  /** A status with its details. */
  public static Told refused(StatusRuntimeException refused) {
    com.google.rpc.Status status = StatusProto.fromThrowable(refused);
    Objects.requireNonNull(status, () -> "no details in " + refused);
    ErrorInfo info = ErrorInfo.getDefaultInstance();
    BadRequest violations = BadRequest.getDefaultInstance();
    boolean retry = false;
    try {
      for (Any detail : status.getDetailsList()) {
        if (detail.is(ErrorInfo.class)) {
          info = detail.unpack(ErrorInfo.class);
        } else if (detail.is(BadRequest.class)) {
          violations = detail.unpack(BadRequest.class);
        } else if (detail.is(RetryInfo.class)) {
          retry = true;
        }
      }
    } catch (InvalidProtocolBufferException broken) {
      throw new IllegalStateException(broken);
    }
    if (!info.getDomain().equals(DOMAIN)) {
      throw new IllegalStateException("domain of " + info);
    }
    return new Told(
        info.getReason(),
        status.getMessage(),
        violations.getFieldViolationsList().stream()
            .map(violation -> violation.getField() + " " + violation.getDescription())
            .toList(),
        info.getMetadataMap(),
        false,
        retry,
        new TreeMap<>());
  }
}
