package amanah.deploy.faults.load;

import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.cluster.Pause;
import amanah.deploy.faults.history.StreamLog;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody who listens to one campaign as a browser does, and goes to another node every few
 * seconds, or when his stream ends, and says what he knows already.
 */
final class Listener {

  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final Duration STAYS = Duration.ofSeconds(8);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(3);
  private static final Duration BETWEEN = Duration.ofMillis(300);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String campaignId;
  private final StreamLog log;
  private final Doors doors;
  private final HttpClient http;
  private final Findings findings;
  private final Pause pause;

  Listener(
      String campaignId,
      StreamLog log,
      Doors doors,
      HttpClient http,
      Findings findings,
      Pause pause) {
    this.campaignId = campaignId;
    this.log = log;
    this.doors = doors;
    this.http = http;
    this.findings = findings;
    this.pause = pause;
  }

  /** The last event that it was told of. */
  int last() {
    return log.last();
  }

  /** Says that it never came so far. */
  void missed(long sequence) {
    note("was never told of event " + sequence + ", only of " + log.last(), Caller.NOBODY);
  }

  /** Listens for as long as it goes on. */
  void listenOn(AtomicBoolean going) throws InterruptedException {
    int node = Caller.NOBODY;
    while (going.get()) {
      node = doors.choose(node);
      try {
        listen(node);
      } catch (IOException ended) {
        LOG.debug("{} left node {}", campaignId, node, ended);
      }
      pause.await(BETWEEN);
    }
  }

  private void listen(int node) throws IOException, InterruptedException {
    HttpResponse<InputStream> response = open(node);
    try (InputStream body = response.body()) {
      if (response.statusCode() == NOT_FOUND) {
        note("was told that there is no such campaign", node);
      }
      if (response.statusCode() == OK) {
        Thread leaving = Thread.ofVirtual().start(() -> leave(body));
        try {
          read(body, node);
        } finally {
          leaving.interrupt();
        }
      }
    }
  }

  /** Waits for the answer, not for the end of its body. */
  private HttpResponse<InputStream> open(int node) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(doors.uri(node).resolve("/v1/campaigns/" + campaignId + "/events"))
            .header("Last-Event-ID", Integer.toString(log.last()))
            .build();
    CompletableFuture<HttpResponse<InputStream>> response =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
    try {
      return response.get(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException away) {
      response.cancel(true);
      throw new IOException("node " + node + " does not answer", away);
    }
  }

  /** A stream that is silent for good, as of a node that stands still, is left as well. */
  private void leave(InputStream body) {
    try {
      pause.await(STAYS);
      body.close();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (IOException closed) {
      LOG.debug("the stream of {} is closed already", campaignId, closed);
    }
  }

  /** Server-sent events; what is cut in two is not an event. */
  private void read(InputStream body, int node) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    String id = "";
    String name = "";
    String data = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty() && !data.isEmpty()) {
        received(Long.parseLong(id), name, data, node);
        data = "";
      } else if (line.startsWith("id: ")) {
        id = line.substring("id: ".length());
      } else if (line.startsWith("event: ")) {
        name = line.substring("event: ".length());
      } else if (line.startsWith("data: ")) {
        data = line.substring("data: ".length());
      }
    }
  }

  private void received(long sequence, String name, String data, int node) throws IOException {
    log.received(sequence, StreamWords.digest(name, JSON.readTree(data)))
        .ifPresent(wrong -> note(wrong, node));
  }

  private void note(String wrong, int node) {
    findings.note(
        Finding.Kind.STREAM,
        "a listener to campaign %s at node %d %s".formatted(campaignId, node, wrong));
  }
}
