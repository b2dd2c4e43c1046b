package amanah.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The contract as one OpenAPI document, of which each service has a part: its paths, tags and
 * components. A part may refer to what another says, and none may say otherwise.
 */
public final class OpenApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> HEAD = List.of("openapi", "info", "servers", "security");

  private OpenApi() {}

  /** The part that lies beside {@code neighbour} as {@code openapi.json}. */
  public static ObjectNode part(Class<?> neighbour) {
    try (InputStream in =
        Objects.requireNonNull(
            neighbour.getResourceAsStream("openapi.json"),
            () -> "openapi.json is not beside " + neighbour)) {
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * The whole document: its head is the node's, and the services come first.
   *
   * @throws IllegalStateException if two parts say different things at the same place
   */
  static ObjectNode together(ObjectNode node, List<ObjectNode> services) {
    ObjectNode whole = JSON.createObjectNode();
    HEAD.stream().filter(node::has).forEach(name -> whole.set(name, node.get(name)));
    services.forEach(part -> add(whole, part, ""));
    add(whole, node.deepCopy().without(HEAD), "");
    whole.path("paths").forEach(path -> complete((ObjectNode) path, whole));
    if (whole.path("components") instanceof ObjectNode components) {
      components.remove("parameters"); // each call says its own in full
    }
    return whole;
  }

  /**
   * Gives each call of a path what the path says for all of them, in full, since not every reader
   * of the document looks for it elsewhere, and the answers that any call may have.
   */
  private static void complete(ObjectNode path, ObjectNode whole) {
    JsonNode shared = path.path("parameters");
    path.remove("parameters");
    for (Map.Entry<String, JsonNode> call : path.properties()) {
      ObjectNode operation = (ObjectNode) call.getValue();
      ArrayNode parameters = JSON.createArrayNode();
      shared.forEach(parameter -> parameters.add(resolved(parameter, whole)));
      operation.path("parameters").forEach(own -> parameters.add(resolved(own, whole)));
      if (!parameters.isEmpty()) {
        operation.set("parameters", parameters);
      }
      ObjectNode answers = operation.withObject("/responses");
      answer(answers, "408", "RequestTimeout");
      answer(answers, "500", "Internal");
      answer(answers, "503", "Unavailable");
      answer(answers, "504", "Timeout");
      if (!call.getKey().equals("get")) {
        answer(answers, "403", "CrossOrigin");
        answer(answers, "507", "LimitReached");
      }
    }
  }

  private static void answer(ObjectNode answers, String status, String name) {
    if (!answers.has(status)) {
      answers.putObject(status).put("$ref", "#/components/responses/" + name);
    }
  }

  private static JsonNode resolved(JsonNode parameter, ObjectNode whole) {
    JsonNode reference = parameter.path("$ref");
    return reference.isMissingNode()
        ? parameter.deepCopy()
        : whole.at(reference.textValue().substring(1)).deepCopy();
  }

  static byte[] bytes(ObjectNode document) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void add(ObjectNode whole, ObjectNode part, String place) {
    for (Map.Entry<String, JsonNode> field : part.properties()) {
      JsonNode known = whole.get(field.getKey());
      String here = place + "/" + field.getKey();
      if (known == null) {
        whole.set(field.getKey(), field.getValue().deepCopy());
      } else if (known instanceof ObjectNode object
          && field.getValue() instanceof ObjectNode more) {
        add(object, more, here);
      } else if (known instanceof ArrayNode list && place.isEmpty()) {
        field.getValue().forEach(list::add);
      } else if (!known.equals(field.getValue())) {
        throw new IllegalStateException("two parts of the contract differ at " + here);
      }
    }
  }
}
