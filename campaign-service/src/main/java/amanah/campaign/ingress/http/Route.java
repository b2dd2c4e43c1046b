package amanah.campaign.ingress.http;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of what is served.
 *
 * @param path literal parts and {@code {names}}
 * @param places bounds how many there are at once; null when their size bounds them enough
 * @param queries the query parameters it knows, each with the values it takes
 */
record Route(
    HttpMethod method,
    String path,
    int bytesMax,
    @Nullable Places places,
    Map<String, Set<String>> queries,
    Handler handler) {

  /** Answers one request; may throw {@link BadRequest}. */
  @FunctionalInterface
  interface Handler {
    CompletionStage<HttpResponse> answer(Exchange exchange);
  }

  Route withBytesMax(int bytes) {
    return new Route(method, path, bytes, places, queries, handler);
  }

  Route withPlaces(int max) {
    return new Route(method, path, bytesMax, new Places(max), queries, handler);
  }

  Route withQuery(String name, String... values) {
    return new Route(method, path, bytesMax, places, Map.of(name, Set.of(values)), handler);
  }
}
