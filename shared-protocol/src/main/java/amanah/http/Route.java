package amanah.http;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of what is served.
 *
 * @param path literal parts and {@code {names}}
 * @param bytesMax the largest body, decoded; empty for the door's own bound
 * @param places those that requests take, from before the body to the end of the answer, whatever
 *     path leads to it; empty when their size bounds them enough
 * @param queries the query parameters it knows, each with the values it takes; none for any one
 *     value, which the handler reads
 * @param conditional whether it looks at {@code If-Match}
 * @param streams whether the answer goes on for as long as it likes once it has begun
 */
public record Route(
    HttpMethod method,
    String path,
    OptionalInt bytesMax,
    Optional<Places> places,
    Map<String, Set<String>> queries,
    boolean conditional,
    boolean streams,
    Handler handler) {

  /** Answers one request; may throw {@link BadRequest}. */
  @FunctionalInterface
  public interface Handler {

    /** Answers within the request timeout; what it streams may take longer. */
    CompletionStage<HttpResponse> answer(Exchange exchange);
  }

  /** Whether its names may stand for the parts of that path, which is one or looks like one. */
  boolean covers(String literal) {
    String[] own = path.split("/", -1);
    String[] parts = literal.split("/", -1);
    boolean fits = own.length == parts.length;
    for (int index = 0; fits && index < own.length; index++) {
      fits = own[index].startsWith("{") || own[index].equals(parts[index]);
    }
    return fits;
  }

  /** What that name of its path stands for in a path that it covers, or null. */
  @Nullable String part(String name, String literal) {
    int index = List.of(path.split("/", -1)).indexOf("{" + name + "}");
    String[] parts = literal.split("/", -1);
    return index < 0 || index >= parts.length ? null : parts[index];
  }

  /** A call of that method with a small body and no query parameters. */
  public static Route of(HttpMethod method, String path, Handler handler) {
    return new Route(
        method, path, OptionalInt.empty(), Optional.empty(), Map.of(), false, false, handler);
  }

  /** A question. */
  public static Route get(String path, Handler handler) {
    return of(HttpMethod.GET, path, handler);
  }

  /** A deed. */
  public static Route post(String path, Handler handler) {
    return of(HttpMethod.POST, path, handler);
  }

  /** The same with bodies of at most so many bytes, decoded. */
  public Route withBytesMax(int bytes) {
    return new Route(
        method, path, OptionalInt.of(bytes), places, queries, conditional, streams, handler);
  }

  /** The same for at most so many at once; one more is {@code overloaded}. */
  public Route withPlaces(int max) {
    return new Route(
        method,
        path,
        bytesMax,
        Optional.of(new Places(max)),
        queries,
        conditional,
        streams,
        handler);
  }

  /** The same with one more query parameter; without values it takes any. */
  public Route withQuery(String name, String... values) {
    Map<String, Set<String>> more = new LinkedHashMap<>(queries);
    more.put(name, Set.of(values));
    return new Route(
        method,
        path,
        bytesMax,
        places,
        Collections.unmodifiableMap(more),
        conditional,
        streams,
        handler);
  }

  /** The same for a call that is done only to what is as its caller knows it. */
  public Route withPrecondition() {
    return new Route(method, path, bytesMax, places, queries, true, streams, handler);
  }

  /** The same with answers that are written as they come, for whom there is a place. */
  public Route streaming(Places places) {
    return new Route(
        method, path, bytesMax, Optional.of(places), queries, conditional, true, handler);
  }
}
