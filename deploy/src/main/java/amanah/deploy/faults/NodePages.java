package amanah.deploy.faults;

import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.cluster.Pause;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What nodes say when all is at rest. One that goes away meanwhile is waited for; one that stays
 * away is a finding, and is not asked again.
 */
public final class NodePages {

  private static final Logger LOG = LoggerFactory.getLogger(NodePages.class);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
  private static final Set<Integer> LATER = Set.of(503, 504);
  private static final int OK = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final Pause pause;
  private final Duration awayMax;
  private final Set<Integer> givenUp = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  /** Asks with {@code http}; a node that is away for longer than {@code awayMax} is given up. */
  public NodePages(HttpClient http, Pause pause, Duration awayMax) {
    this.http = http;
    this.pause = pause;
    this.awayMax = awayMax;
  }

  /** What was wrong with the answers themselves. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** What node {@code number} says, however late; empty when it says nothing. */
  public Optional<JsonNode> read(int number, URI uri) throws IOException, InterruptedException {
    if (givenUp.contains(number)) {
      return Optional.empty();
    }
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER_MAX).build();
    AtomicReference<@Nullable HttpResponse<String>> last = new AtomicReference<>();
    boolean answered = pause.until(awayMax, () -> answers(request, last));
    HttpResponse<String> response = last.get();
    if (!answered || response == null) {
      givenUp.add(number);
      find(
          Finding.Kind.UNCHECKED,
          "node %d did not answer %s for %d s, and was not asked for the rest"
              .formatted(number, uri.getPath(), awayMax.toSeconds()));
      return Optional.empty();
    }
    if (response.statusCode() != OK) {
      find(Finding.Kind.UNCLASSIFIED, uri + " answers at rest " + response.statusCode());
    }
    return Optional.of(JSON.readTree(response.body()));
  }

  private boolean answers(HttpRequest request, AtomicReference<@Nullable HttpResponse<String>> last)
      throws InterruptedException {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      last.set(response);
      return !LATER.contains(response.statusCode());
    } catch (IOException away) {
      LOG.debug("{} does not answer", request.uri(), away);
      return false;
    }
  }

  private void find(Finding.Kind kind, String sentence) {
    findings.add(new Finding(kind, -1, sentence));
  }
}
