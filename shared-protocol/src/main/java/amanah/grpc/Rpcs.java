package amanah.grpc;

import amanah.http.Places;
import io.grpc.BindableService;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One gRPC service and what its methods bear.
 *
 * @param service what answers
 * @param bytesMax the largest message of methods that take more than a request, by their names
 * @param places those that calls take of methods that hold memory, by their names
 */
public record Rpcs(
    BindableService service, Map<String, Integer> bytesMax, Map<String, Places> places) {

  /** Its own maps. */
  public Rpcs {
    bytesMax = Map.copyOf(bytesMax);
    places = Map.copyOf(places);
  }

  /** A service whose methods take requests of the usual size. */
  public static Rpcs of(BindableService service) {
    return new Rpcs(service, Map.of(), Map.of());
  }

  /** The same, with a method that takes messages of that size. */
  public Rpcs withBytesMax(String method, int bytes) {
    Map<String, Integer> more = new HashMap<>(bytesMax);
    more.put(method, bytes);
    return new Rpcs(service, more, places);
  }

  /** The same, with a method of which there may be so many calls at once. */
  public Rpcs withPlaces(String method, int max) {
    return withPlaces(method, new Places(max));
  }

  /** The same, with a method whose calls take those places. */
  public Rpcs withPlaces(String method, Places taken) {
    Map<String, Places> more = new HashMap<>(places);
    more.put(method, taken);
    return new Rpcs(service, bytesMax, more);
  }

  boolean hasOwnBounds(@Nullable String method) {
    return method != null && (bytesMax.containsKey(method) || places.containsKey(method));
  }

  int bytesMax(@Nullable String method, int usual) {
    return method == null ? usual : bytesMax.getOrDefault(method, usual);
  }
}
