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
 * @param name of what is done at most once, where that is not in the body; or empty
 */
public record Request(String method, String path, String body, String name) {

  private static final String NAME = "Idempotency-Key";

  /** To read {@code path}. */
  public static Request get(String path) {
    return new Request("GET", path, "", "");
  }

  /** To post {@code body} to {@code path}. */
  public static Request post(String path, String body) {
    return new Request("POST", path, body, "");
  }

  /** To put {@code body} at {@code path}, once under that name. */
  static Request put(String path, String body, String name) {
    return new Request("PUT", path, body, name);
  }

  /** To change what is at {@code path}, once under that name. */
  static Request patch(String path, String body, String name) {
    return new Request("PATCH", path, body, name);
  }

  HttpRequest to(URI door, Duration max) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(door.resolve(path)).timeout(max);
    if (!name.isEmpty()) {
      builder.header(NAME, name);
    }
    return body.isEmpty()
        ? builder.method(method, HttpRequest.BodyPublishers.noBody()).build()
        : builder
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .build();
  }
}
