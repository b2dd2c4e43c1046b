package amanah.zakat.ingress.grpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The few places where messages have kinds of their own for what HTTP writes in a looser way. */
final class Folding {

  private static final String TYPE = "type";

  private static final Set<String> OF_LEDGER = Set.of("report", "distribution");

  private Folding() {}

  /** With the fields of one of its objects among its own. */
  static ObjectNode opened(ObjectNode answer, String name) {
    ObjectNode inner = (ObjectNode) answer.remove(name);
    answer.setAll(inner);
    return answer;
  }

  /** As HTTP writes it. */
  static JsonNode folded(JsonNode answer) {
    if (answer instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
        object.set(field.getKey(), folded(field.getKey(), folded(field.getValue())));
      }
      if (OF_LEDGER.contains(object.path(TYPE).asText())) {
        object.set("kind", object.remove(TYPE));
      }
    } else if (answer instanceof ArrayNode list) {
      list.forEach(Folding::folded);
    }
    return answer;
  }

  private static JsonNode folded(String name, JsonNode value) {
    return switch (name) {
      case "distributed" -> byAsnaf(value);
      case "incomeNisab" -> ((ObjectNode) value).without(List.of(TYPE));
      case "nisab" -> value.has(TYPE) ? sourced((ObjectNode) value) : value;
      default -> value;
    };
  }

  private static ObjectNode byAsnaf(JsonNode given) {
    ObjectNode byAsnaf = JsonNodeFactory.instance.objectNode();
    given.forEach(part -> byAsnaf.set(part.path("asnaf").textValue(), part.path("amount")));
    return byAsnaf;
  }

  /** The nisab of a profile's income rule is a text or a pair, with its source beside it. */
  private static ObjectNode sourced(ObjectNode nisab) {
    ObjectNode sourced = JsonNodeFactory.instance.objectNode();
    sourced.set("source", nisab.path("source"));
    if (nisab.path(TYPE).textValue().equals("published")) {
      sourced.set("value", nisab.deepCopy().without(List.of(TYPE, "source")));
    } else {
      sourced.set("value", nisab.path(TYPE));
    }
    return sourced;
  }
}
