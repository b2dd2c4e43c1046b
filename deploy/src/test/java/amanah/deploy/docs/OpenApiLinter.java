package amanah.deploy.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicurio.datamodels.Library;
import io.apicurio.datamodels.models.Document;
import java.util.List;

/** Somebody else's rules for OpenAPI documents: those of Apicurio's data models. */
public final class OpenApiLinter {

  /**
   * A keyword of JSON Schema 2020-12, which OpenAPI 3.1 takes over and the linter does not know.
   */
  private static final String UNKNOWN_TO_IT = "unevaluatedProperties";

  private OpenApiLinter() {}

  /** Everything that the linter finds, a line each. */
  public static List<String> problems(JsonNode document) {
    JsonNode readable = document.deepCopy();
    withoutNamedExamples(readable);
    Document read = Library.readDocumentFromJSONString(readable.toString());
    return Library.validate(read, null).stream()
        .filter(problem -> !UNKNOWN_TO_IT.equals(problem.property))
        .map(problem -> problem.errorCode + " at " + problem.nodePath + ": " + problem.message)
        .toList();
  }

  /** At examples with names the linter itself fails in documents of OpenAPI 3.1. */
  private static void withoutNamedExamples(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("examples").isObject()) {
      object.remove("examples");
    }
    node.forEach(OpenApiLinter::withoutNamedExamples);
  }
}
