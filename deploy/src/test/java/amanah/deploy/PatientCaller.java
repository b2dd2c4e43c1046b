package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** A caller who follows the rules: the same again, through the next door, until it is done. */
public final class PatientCaller implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The client that it calls with. */
  public HttpClient client() {
    return client;
  }

  /** The answer to a body that one of these doors took. */
  public JsonNode post(List<URI> doors, String path, String body) throws InterruptedException {
    return answered(
        doors,
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** What one of these doors shows. */
  public JsonNode get(List<URI> doors, String path) throws InterruptedException {
    return answered(doors, path, HttpRequest.newBuilder().GET());
  }

  private JsonNode answered(List<URI> doors, String path, HttpRequest.Builder request)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int attempt = 0; System.nanoTime() < deadline; attempt++) {
      URI uri = doors.get(attempt % doors.size()).resolve(path);
      try {
        HttpResponse<String> response =
            client.send(request.uri(uri).build(), BodyHandlers.ofString());
        if (response.statusCode() < 300) {
          return JSON.readTree(response.body());
        }
        assertThat(response.statusCode()).as(response.body()).isIn(503, 504);
      } catch (IOException away) {
        assertThat(doors).as("%s", away).hasSizeGreaterThan(1);
      }
    }
    throw new AssertionError("no answer from " + doors + path + " in " + PATIENCE);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
