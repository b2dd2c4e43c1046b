package amanah.campaign.ingress.http;

import amanah.cluster.ClusterState;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** A door at a free port, with campaigns in memory behind it and a client before it. */
final class OpenDoor implements AutoCloseable {

  static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  static final Map<String, String> NDJSON = Map.of("Content-Type", "application/x-ndjson");
  static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String NODE = "akka://amanah@10.0.0.1:25520";
  static final ClusterState CLUSTER =
      new ClusterState(
          NODE,
          Optional.of(NODE),
          List.of(
              new ClusterState.Member(NODE, "up", Set.of("campaign"), true, Set.of("campaign")),
              new ClusterState.Member(
                  "akka://amanah@10.0.0.2:25520", "up", Set.of("campaign"), false, Set.of())),
          128,
          new TreeMap<>(
              Map.of("campaign", new TreeMap<>(Map.of(NODE, new TreeSet<>(List.of(7, 101)))))));

  final InMemoryCampaigns campaigns = new InMemoryCampaigns();
  private final AtomicLong names = new AtomicLong();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpDoor door;
  private final int port;

  OpenDoor() {
    this(
        () -> CompletableFuture.completedFuture(new Readiness.State(true, "all is well")),
        HttpSettings.on("127.0.0.1", 0));
  }

  OpenDoor(Readiness readiness, HttpSettings settings) {
    this.door =
        new HttpDoor(
            settings,
            campaigns,
            readiness,
            () -> CompletableFuture.completedFuture(CLUSTER),
            () -> "made-" + names.incrementAndGet());
    this.port = door.start();
  }

  int port() {
    return port;
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  CompletionStage<Void> stop() {
    return door.stop();
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, Map.of(), HttpData.empty());
  }

  HttpResponse<String> post(String path, String json) {
    return send("POST", path, JSON, HttpData.ofUtf8(json));
  }

  HttpResponse<String> send(
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

  CompletableFuture<HttpResponse<String>> sendLater(String method, String path, String json) {
    return client.sendAsync(
        request(method, path, JSON, HttpData.ofUtf8(json)), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(
      String method, String path, Map<String, String> headers, HttpData body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .timeout(Duration.ofSeconds(60))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body.array()));
    headers.forEach(request::header);
    return request.build();
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return MAPPER.readTree(response.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(response.body(), broken);
    }
  }

  /** Does not wait for the door: Netty takes two seconds to be sure that it is quiet. */
  @Override
  public void close() {
    var unused = door.stop();
    client.close();
  }
}
