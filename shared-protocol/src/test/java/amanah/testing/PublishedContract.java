package amanah.testing;

import amanah.http.Route;
import amanah.http.Words;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an OpenAPI document says, to be held against what is served. */
public final class PublishedContract {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonNode document;

  /** Of that document. */
  public PublishedContract(JsonNode document) {
    this.document = document;
  }

  /** What is served by these routes, such as {@code get /v1/campaigns}. */
  public static Set<String> served(Collection<Route> routes) {
    return routes.stream()
        .map(route -> route.method().name().toLowerCase(Locale.ROOT) + " " + route.path())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The calls of paths that begin so, in the same words. */
  public Set<String> calls(String prefix) {
    Set<String> calls = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (METHODS.contains(method) && path.getKey().startsWith(prefix)) {
                            calls.add(method + " " + path.getKey());
                          }
                        }));
    return calls;
  }

  /** The query parameters of that route. */
  public Set<String> queries(Route route) {
    Set<String> queries = new HashSet<>();
    JsonNode call = document.path("paths").path(route.path()).path(Words.of(route.method()));
    for (JsonNode parameter : call.path("parameters")) {
      if (parameter.path("in").asText().equals("query")) {
        queries.add(parameter.path("name").asText());
      }
    }
    return queries;
  }

  /** The codes that a problem may have. */
  public Set<String> problemCodes() {
    Set<String> codes = new TreeSet<>();
    document
        .at("/components/schemas/ProblemCode/enum")
        .forEach(code -> codes.add(code.textValue()));
    return codes;
  }

  /** References that lead nowhere. */
  public List<String> deadReferences() {
    return document.findValues("$ref").stream()
        .map(JsonNode::textValue)
        .filter(reference -> document.at(reference.substring(1)).isMissingNode())
        .toList();
  }
}
