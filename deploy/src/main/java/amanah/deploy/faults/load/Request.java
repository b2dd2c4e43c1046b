package amanah.deploy.faults.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/**
 * A request that may be sent as often as it takes.
 *
 * @param method such as {@code POST}
 * @param path under a node's door
 * @param body JSON, or empty for none
 */
public record Request(String method, String path, String body) {

  /** To read {@code path}. */
  public static Request get(String path) {
    return new Request("GET", path, "");
  }

  /** To post {@code body} to {@code path}. */
  public static Request post(String path, String body) {
    return new Request("POST", path, body);
  }

  static Request put(String path, String body) {
    return new Request("PUT", path, body);
  }

  HttpRequest to(URI door, Duration max) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(door.resolve(path)).timeout(max);
    return body.isEmpty()
        ? builder.method(method, HttpRequest.BodyPublishers.noBody()).build()
        : builder
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .build();
  }
}
