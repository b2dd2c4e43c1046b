package amanah.deploy.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One call of the published contract.
 *
 * @param method such as {@code GET}
 * @param statuses what it may be answered with
 */
record DocumentedCall(
    String operationId,
    String tag,
    String method,
    String path,
    List<Parameter> pathParameters,
    Set<String> statuses) {

  /**
   * A parameter in the path.
   *
   * @param typed a right value, which is in no document
   */
  record Parameter(String name, String typed) {

    static Parameter of(String name) {
      return new Parameter(name, name.toLowerCase(Locale.ROOT) + "-4711");
    }
  }

  /** Every call of the document, in its order. */
  static List<DocumentedCall> all(JsonNode document) {
    List<DocumentedCall> calls = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> call : path.getValue().properties()) {
        calls.add(of(path.getKey(), call.getKey(), call.getValue()));
      }
    }
    return calls;
  }

  private static DocumentedCall of(String path, String method, JsonNode call) {
    List<Parameter> parameters = new ArrayList<>();
    for (String part : Splitter.on('/').split(path)) {
      if (part.startsWith("{")) {
        parameters.add(Parameter.of(part.substring(1, part.length() - 1)));
      }
    }
    Set<String> statuses = new HashSet<>();
    call.path("responses").fieldNames().forEachRemaining(statuses::add);
    return new DocumentedCall(
        call.path("operationId").asText(),
        call.path("tags").path(0).asText(),
        method.toUpperCase(Locale.ROOT),
        path,
        parameters,
        statuses);
  }

  /** What is to be sent after the parameters were typed. */
  String typedPath() {
    String typed = path;
    for (Parameter parameter : pathParameters) {
      typed = typed.replace("{" + parameter.name() + "}", parameter.typed());
    }
    return typed;
  }

  /** Where the page shows it. */
  String elementId() {
    return "operations-" + tag.replace(' ', '_') + "-" + operationId;
  }
}
