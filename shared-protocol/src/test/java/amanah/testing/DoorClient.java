package amanah.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.armeria.common.HttpData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A client before an HTTP door of this machine, which a subclass opens. */
public abstract class DoorClient implements AutoCloseable {

  /** The headers of a request whose body is JSON. */
  public static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private @Nullable AnswerContract contract;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Where the door is open. */
  public abstract int port();

  /** The address of a path at the door. */
  public final URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /** Asks. */
  public final HttpResponse<String> get(String path) {
    return send("GET", path, Map.of(), HttpData.empty());
  }

  /** Sends JSON. */
  public final HttpResponse<String> post(String path, String json) {
    return send("POST", path, JSON, HttpData.ofUtf8(json));
  }

  /** Sends anything. */
  public final HttpResponse<String> send(
      String method, String path, Map<String, String> headers, HttpData body) {
    HttpResponse<String> answer = sent(method, path, headers, body);
    contract()
        .hold(
            method,
            path,
            answer.statusCode(),
            answer.headers().firstValue("content-type").orElse(null),
            answer.body());
    return answer;
  }

  /** What the door promises, to which every answer is held. */
  public final synchronized AnswerContract contract() {
    AnswerContract known = contract;
    if (known == null) {
      known = new AnswerContract(json(sent("GET", "/openapi.json", Map.of(), HttpData.empty())));
      contract = known;
    }
    return known;
  }

  private HttpResponse<String> sent(
      String method, String path, Map<String, String> headers, HttpData body) {
    try {
      return client.send(
          request(method, path, headers, body), HttpResponse.BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(method + " " + path, broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Sends JSON and does not wait. */
  public final CompletableFuture<HttpResponse<String>> sendLater(
      String method, String path, String json) {
    return client.sendAsync(
        request(method, path, JSON, HttpData.ofUtf8(json)), HttpResponse.BodyHandlers.ofString());
  }

  /** The JSON of an answer. */
  public static JsonNode json(HttpResponse<String> response) {
    try {
      return MAPPER.readTree(response.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(response.body(), broken);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpRequest request(
      String method, String path, Map<String, String> headers, HttpData body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .timeout(PATIENCE)
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body.array()));
    headers.forEach(request::header);
    return request.build();
  }
}
