package amanah.testing.parity;

import amanah.grpc.MessageTree;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Message;
import com.linecorp.armeria.common.HttpMethod;
import io.grpc.MethodDescriptor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call of both doors.
 *
 * @param rpc the call of the one
 * @param path of the other, with the names of the message's fields
 * @param body the field of the message that is the body; "" when it is all of it, null for none:
 *     then what is not in the path is the query
 * @param wrapper the field of the answer that is the other door's whole answer, or ""; of an answer
 *     that only wraps a list, the list's name at the other door
 */
public record Twin(
    MethodDescriptor<? extends Message, ? extends Message> rpc,
    HttpMethod method,
    String path,
    @Nullable String body,
    String wrapper) {

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  /** Where the other door is asked what the message asks. */
  public String pathOf(Message message) {
    ObjectNode tree = (ObjectNode) MessageTree.of(message);
    String filled =
        NAME.matcher(path).replaceAll(name -> encoded(tree.path(name.group(1)).asText()));
    String query =
        body == null
            ? rest(tree).properties().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue().asText()))
                .collect(Collectors.joining("&"))
            : "";
    return query.isEmpty() ? filled : filled + "?" + query;
  }

  /** What the other door is sent. */
  public String bodyOf(Message message) {
    if (body == null) {
      return "";
    }
    ObjectNode tree = (ObjectNode) MessageTree.of(message);
    if (body.isEmpty()) {
      return rest(tree).toString();
    }
    JsonNode part = tree.get(body);
    return part == null ? nothing(message, body).toString() : part.toString();
  }

  private ObjectNode rest(ObjectNode message) {
    return message
        .deepCopy()
        .remove(NAME.matcher(path).results().map(name -> name.group(1)).toList());
  }

  private static JsonNode nothing(Message message, String field) {
    return Objects.requireNonNull(message.getDescriptorForType().findFieldByName(field))
            .isRepeated()
        ? JsonNodeFactory.instance.arrayNode()
        : JsonNodeFactory.instance.objectNode();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
