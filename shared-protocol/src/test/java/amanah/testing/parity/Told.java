package amanah.testing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a door told, in the words that both have.
 *
 * @param code of the problem, or "" for a yes
 * @param detail of the problem
 * @param errors each field that is wrong, and why
 * @param names what the request went by, as the problem tells it
 * @param replayed whether it is the answer to an earlier request
 * @param retry whether the caller is told to come again
 * @param fields of the answer, by their paths; what is nothing, empty or false is left out
 */
public record Told(
    String code,
    String detail,
    List<String> errors,
    Map<String, String> names,
    boolean replayed,
    boolean retry,
    SortedMap<String, String> fields) {

  /** Numbers over HTTP that are texts over gRPC, which has no decimals. */
  private static final Set<String> DECIMALS = Set.of("percentFunded", "cacheHitRate");

  /** An answer. */
  public static Told yes(JsonNode answer, boolean replayed) {
    SortedMap<String, String> fields = new TreeMap<>();
    flatten("", answer, fields);
    return new Told("", "", List.of(), Map.of(), replayed, false, fields);
  }

  private static void flatten(String path, JsonNode node, SortedMap<String, String> fields) {
    if (node.isObject()) {
      node.properties()
          .forEach(field -> flatten(path + "." + field.getKey(), field.getValue(), fields));
    } else if (node.isArray()) {
      for (int index = 0; index < node.size(); index++) {
        flatten(path + "[" + index + "]", node.get(index), fields);
      }
    } else if (DECIMALS.contains(path.substring(path.lastIndexOf('.') + 1))) {
      fields.put(path, new BigDecimal(node.asText()).stripTrailingZeros().toPlainString());
    } else if (!node.isMissingNode()
        && !node.isNull()
        && !node.asText().equals("false")
        && !isZero(node)) {
      fields.put(path, node.asText());
    }
  }

  private static boolean isZero(JsonNode node) {
    return node.isNumber() && node.decimalValue().signum() == 0;
  }
}
