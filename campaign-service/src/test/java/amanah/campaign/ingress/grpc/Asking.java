package amanah.campaign.ingress.grpc;

import amanah.grpc.MessageTree;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts one question to either door. */
final class Asking {

  static final String DOMAIN = "amanah";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Metadata.Key<String> IDEMPOTENCY_KEY =
      Metadata.Key.of("idempotency-key", Metadata.ASCII_STRING_MARSHALLER);

  private Asking() {}

  /**
   * A question.
   *
   * @param key the idempotency key that goes with it, if any
   */
  record Question(
      String name,
      MethodDescriptor<? extends Message, ? extends Message> rpc,
      Message message,
      @Nullable String key) {

    @Override
    public String toString() {
      return name;
    }
  }

  /** Over HTTP: the JSON that says the same, at the place that is the twin of the call. */
  static Told overHttp(TwoDoors doors, Question question) {
    Twin twin = Twin.of(question.rpc());
    ObjectNode message = (ObjectNode) MessageTree.of(question.message());
    String body = twin.bodyOf(message);
    RequestHeadersBuilder headers = RequestHeaders.builder(twin.method(), twin.pathOf(message));
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
    JsonNode answer = json(response.contentUtf8());
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
    for (String name : List.of("donationId", "refundId")) {
      if (problem.has(name)) {
        names.put(name, problem.path(name).asText());
      }
    }
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
  static Told overGrpc(TwoDoors doors, Question question) {
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
      return yes(MessageTree.of(answer), Twin.of(question.rpc()).wrapper());
    } catch (StatusRuntimeException refused) {
      return refused(refused);
    }
  }

  @SuppressWarnings("unchecked")
  private static <Q, A> A call(Channel channel, MethodDescriptor<Q, A> rpc, Message message) {
    return ClientCalls.blockingUnaryCall(channel, rpc, CallOptions.DEFAULT, (Q) message);
  }

  private static Told yes(JsonNode answer, String wrapper) {
    boolean replayed = answer.path("replayed").asBoolean();
    if (answer.isArray()) {
      return Told.yes(MAPPER.createObjectNode().set(wrapper, answer), false);
    }
    ((ObjectNode) answer).remove("replayed");
    JsonNode whole = wrapper.isEmpty() ? answer : answer.path(wrapper);
    for (JsonNode entry : whole.path("history")) {
      unfold((ObjectNode) entry);
    }
    return Told.yes(whole, replayed);
  }

  /** Over HTTP an entry of a history has its kind in a field. */
  private static void unfold(ObjectNode entry) {
    for (String kind : List.of("recorded", "refunded")) {
      JsonNode what = entry.remove(kind);
      if (what instanceof ObjectNode object) {
        entry.put("type", kind);
        entry.setAll(object);
      }
    }
  }

  static Told refused(StatusRuntimeException refused) {
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

  private static JsonNode json(String text) {
    try {
      return text.isEmpty() ? MissingNode.getInstance() : MAPPER.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(text, broken);
    }
  }
}
