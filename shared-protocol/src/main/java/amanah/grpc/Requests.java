package amanah.grpc;

import amanah.http.FieldErrors;
import amanah.http.Fields;
import amanah.http.ProblemCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.linecorp.armeria.common.QueryParams;
import com.linecorp.armeria.common.QueryParamsBuilder;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what messages have beside what the body of an HTTP request has. */
public final class Requests {

  private Requests() {}

  /** An id that is part of the path over HTTP. */
  public static <T> T id(String field, String value, Function<String, T> id) {
    try {
      return id.apply(value);
    } catch (IllegalArgumentException wrong) {
      FieldErrors errors = new FieldErrors();
      errors.add(ProblemCode.INVALID_FIELD, field, String.valueOf(wrong.getMessage()));
      errors.refuseIfAny();
      throw wrong;
    }
  }

  /** The rest of a message, without the fields that are part of the path over HTTP. */
  public static JsonNode body(Message request, String... path) {
    JsonNode tree = MessageTree.of(request);
    return tree instanceof ObjectNode object ? object.remove(Set.of(path)) : tree;
  }

  /** A message that is the query over HTTP: fields whose values are texts. */
  public static Fields query(Message request) {
    requireKnown(request);
    QueryParamsBuilder query = QueryParams.builder();
    MessageTree.of(request)
        .properties()
        .forEach(field -> query.add(field.getKey(), field.getValue().asText()));
    return Fields.ofQuery(query.build(), new FieldErrors());
  }

  /** Refuses a message with a field that this server does not know, so that no word is lost. */
  public static void requireKnown(Message request) {
    Set<Integer> unknown = request.getUnknownFields().asMap().keySet();
    if (!unknown.isEmpty()) {
      FieldErrors errors = new FieldErrors();
      unknown.forEach(
          number ->
              errors.add(
                  ProblemCode.INVALID_FIELD,
                  number.toString(),
                  "is not a field here, expected " + names(request)));
      errors.refuseIfAny();
    }
  }

  private static String names(Message request) {
    String names =
        request.getDescriptorForType().getFields().stream()
            .map(FieldDescriptor::getJsonName)
            .sorted()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names;
  }
}
