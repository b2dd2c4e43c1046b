package amanah.deploy.faults.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** All nodes of a run. */
public final class Nodes implements AutoCloseable {

  private static final Duration ANSWER_MAX = Duration.ofSeconds(2);
  private static final Duration STOP_MAX = Duration.ofSeconds(30);
  private static final String SHARDS = "/cluster/shards/campaign";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;

  private final List<NodeProcess> processes;
  private final Path run;
  private final Pause pause;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ANSWER_MAX)
          .build();

  private Nodes(List<NodeProcess> processes, Path run, Pause pause) {
    this.processes = processes;
    this.run = run;
    this.pause = pause;
  }

  /** Nodes at these places, none of them started. */
  public static Nodes at(List<NodePlace> places, NodeOptions options, Pause pause) {
    List<NodeProcess> processes = new ArrayList<>();
    places.forEach(place -> processes.add(new NodeProcess(place, options, places, pause)));
    return new Nodes(List.copyOf(processes), options.run(), pause);
  }

  /** The folder of the run, by which its processes are known. */
  public Path run() {
    return run;
  }

  /** Starts all of them. */
  public void start() throws IOException {
    for (NodeProcess process : processes) {
      process.start();
    }
  }

  /** Each node, by its number. */
  public List<NodeProcess> all() {
    return processes;
  }

  /** How many. */
  public int count() {
    return processes.size();
  }

  /** How often nodes have ended without having been asked to end in order. */
  public int ends() {
    return processes.stream().mapToInt(NodeProcess::ends).sum();
  }

  /** Waits until each takes requests and each sees all others; false if not for so long. */
  public boolean whole(Duration max) throws IOException, InterruptedException {
    return pause.until(max, this::isWhole);
  }

  /** Whether each takes requests and each sees all others. */
  public boolean isWhole() throws InterruptedException {
    Set<String> addresses =
        processes.stream().map(node -> node.place().address()).collect(Collectors.toSet());
    for (NodeProcess node : processes) {
      Optional<ClusterView> view = isReady(node) ? view(node) : Optional.empty();
      if (view.isEmpty() || !view.get().isWhole(addresses)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a node takes requests. */
  public boolean isReady(NodeProcess node) throws InterruptedException {
    return get(node.place().uri().resolve("/readyz")).isPresent();
  }

  /** Whether it says through its own door how much a campaign has raised. */
  public boolean serves(NodeProcess node, String campaignId) throws InterruptedException {
    return get(node.place().uri().resolve("/v1/campaigns/" + campaignId)).isPresent();
  }

  /** The cluster as the node sees it, or empty when it does not say. */
  public Optional<ClusterView> view(NodeProcess node) throws InterruptedException {
    Optional<String> body = get(node.place().uri().resolve("/v1/cluster"));
    try {
      return body.isEmpty() ? Optional.empty() : Optional.of(ClusterView.of(body.get()));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  /** The cluster as the first node sees it that answers and is not among the {@code struck}. */
  public Optional<ClusterView> viewWithout(Set<Integer> struck) throws InterruptedException {
    for (NodeProcess node : processes) {
      if (!struck.contains(node.place().number())) {
        Optional<ClusterView> view = view(node);
        if (view.isPresent()) {
          return view;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Waits until no shard has moved for a while; false if they still do after {@code max}.
   *
   * @param steadyFor how long none may have moved
   */
  public boolean steady(Duration steadyFor, Duration max) throws IOException, InterruptedException {
    List<Map<String, String>> last = new ArrayList<>(List.of(hosts()));
    AtomicLong since = new AtomicLong(System.nanoTime());
    return pause.until(
        max,
        () -> {
          Map<String, String> hosts = hosts();
          long now = System.nanoTime();
          if (!hosts.equals(last.getFirst())) {
            last.set(0, hosts);
            since.set(now);
          }
          return now - since.get() >= steadyFor.toNanos();
        });
  }

  private Map<String, String> hosts() throws InterruptedException {
    return viewWithout(Set.of()).map(ClusterView::hosts).orElse(Map.of());
  }

  /** How many campaigns are awake on the node; empty when it does not say. */
  public OptionalLong awake(NodeProcess node) throws InterruptedException {
    Optional<String> body = get(node.place().managementUri().resolve(SHARDS));
    if (body.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      long awake = 0;
      for (JsonNode shard : JSON.readTree(body.get()).path("regions")) {
        awake += shard.path("numEntities").asLong();
      }
      return OptionalLong.of(awake);
    } catch (IOException notJson) {
      return OptionalLong.empty();
    }
  }

  /** Stops all in order, and at all costs. */
  @Override
  public void close() {
    processes.forEach(NodeProcess::stop);
    try {
      long deadline = System.nanoTime() + STOP_MAX.toNanos();
      for (NodeProcess process : processes) {
        process.awaitEnd(Duration.ofNanos(deadline - System.nanoTime()));
      }
    } finally {
      processes.forEach(NodeProcess::remove);
      http.shutdownNow();
    }
  }

  private Optional<String> get(URI uri) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER_MAX).build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return response.statusCode() == OK ? Optional.of(response.body()) : Optional.empty();
    } catch (IOException away) {
      return Optional.empty();
    }
  }
}
