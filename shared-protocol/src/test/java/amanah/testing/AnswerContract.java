package amanah.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a door really answers against what its OpenAPI document promises: the status, the
 * media type, and the body by its schema. What the document does not know, such as a path that is
 * not served, is no answer of its calls.
 */
public final class AnswerContract {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode document;
  private final Map<JsonNode, JsonSchema> schemas = new ConcurrentHashMap<>();
  private final AtomicInteger held = new AtomicInteger();
  private volatile boolean anyRefusal;

  /** Of that document. */
  public AnswerContract(JsonNode document) {
    this.document = document;
  }

  /** How many answers were held against it. */
  public int held() {
    return held.get();
  }

  /** From now on a fake behind the door refuses what nothing real would: any problem is held. */
  public void allowAnyRefusal() {
    anyRefusal = true;
  }

  /**
   * Holds one answer against it.
   *
   * @param target the path that was asked for, perhaps with a query
   * @param mediaType of the answer, or null
   * @throws AssertionError if it is not as promised
   */
  public void hold(
      String method, String target, int status, @Nullable String mediaType, String body) {
    JsonNode call =
        path(target.replaceAll("\\?.*", ""))
            .map(path -> path.path(method.toLowerCase(Locale.ROOT)))
            .orElseGet(MAPPER::missingNode);
    if (call.isMissingNode()) {
      return;
    }
    String asked = method + " " + target + " -> " + status;
    JsonNode answer = followed(call.path("responses").path(Integer.toString(status)));
    if (anyRefusal && answer.isMissingNode()) {
      answer = document.at("/components/responses/Internal");
    }
    require(!answer.isMissingNode(), asked + " is not in the document");
    held.incrementAndGet();
    if (body.isEmpty()) {
      return;
    }
    String type = String.valueOf(mediaType).replaceAll(";.*", "").strip();
    JsonNode content = answer.path("content").path(type);
    require(!content.isMissingNode(), asked + " has " + type + ", which is not in the document");
    if (type.endsWith("json") && content.has("schema")) {
      Set<ValidationMessage> wrong = schema(content.path("schema")).validate(tree(body));
      require(wrong.isEmpty(), asked + " contradicts the document: " + wrong + " in " + body);
    }
  }

  /** The path with the fewest names that fits. */
  private Optional<JsonNode> path(String literal) {
    return StreamSupport.stream(
            Set.copyOf(document.path("paths").properties()).spliterator(), false)
        .filter(path -> literal.matches(path.getKey().replaceAll("\\{[^}]*}", "[^/]+")))
        .min(Comparator.comparingLong(path -> path.getKey().chars().filter(c -> c == '{').count()))
        .map(Map.Entry::getValue);
  }

  private JsonNode followed(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").textValue().substring(1)) : node;
  }

  private JsonSchema schema(JsonNode schema) {
    return schemas.computeIfAbsent(
        schema,
        own -> {
          ObjectNode whole = own.deepCopy();
          whole.set("components", document.path("components"));
          return SCHEMAS.getSchema(whole, STRICT);
        });
  }

  private static JsonNode tree(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(body, broken);
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
