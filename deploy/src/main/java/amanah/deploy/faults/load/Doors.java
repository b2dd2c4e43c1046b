package amanah.deploy.faults.load;

import amanah.deploy.faults.cluster.Pause;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The doors of all nodes, and which of them answer: what a load balancer does with its health
 * checks. Where none answers, any is as good as any.
 */
public final class Doors implements AutoCloseable {

  private static final Duration PROBE_EACH = Duration.ofMillis(500);
  private static final Duration PROBE_MAX = Duration.ofSeconds(1);
  private static final int OK = 200;

  private final List<URI> uris;
  private final HttpClient http;
  private final Pause pause;
  private final Random random;
  private final AtomicIntegerArray shut;
  private volatile boolean closed;

  /** The doors of nodes, by their numbers; {@code random} is shared by threads, as it may be. */
  public Doors(List<URI> uris, HttpClient http, Pause pause, Random random) {
    this.uris = List.copyOf(uris);
    this.http = http;
    this.pause = pause;
    this.random = random;
    this.shut = new AtomicIntegerArray(uris.size());
  }

  /** How many there are. */
  public int count() {
    return uris.size();
  }

  URI uri(int node) {
    return uris.get(node);
  }

  /** A part of a wait of that many milliseconds that spreads callers who began together. */
  long jitter(long millis) {
    return random.nextLong(millis / 2 + 1);
  }

  /** An open one at random, other than {@code last} where possible. */
  int choose(int last) {
    int begin = random.nextInt(uris.size());
    int second = begin;
    for (int step = 0; step < uris.size(); step++) {
      int node = (begin + step) % uris.size();
      if (shut.get(node) == 0) {
        if (node != last) {
          return node;
        }
        second = node;
      }
    }
    return second;
  }

  /** Nothing listens there. */
  void refused(int node) {
    shut.set(node, 1);
  }

  /** Asks each door again and again, until this is closed. */
  public void probe() {
    for (int node = 0; node < uris.size(); node++) {
      int door = node;
      Thread.ofVirtual().name("door-probe-" + node).start(() -> probe(door));
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  private void probe(int node) {
    URI ready = uris.get(node).resolve("/readyz");
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(PROBE_MAX).build();
    try {
      while (!closed) {
        shut.set(node, isOpen(request) ? 0 : 1);
        pause.await(PROBE_EACH);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isOpen(HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException away) {
      return false;
    }
  }
}
