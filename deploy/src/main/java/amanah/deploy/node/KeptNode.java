package amanah.deploy.node;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node process that is started again when it ends, or could not be started: after a second, after
 * twice as long each time it ends soon again, and at last not any more.
 */
final class KeptNode {

  private static final Logger LOG = LoggerFactory.getLogger(KeptNode.class);
  private static final Duration DELAY_FIRST = Duration.ofSeconds(1);
  private static final Duration DELAY_MAX = Duration.ofSeconds(30);
  private static final Duration LONG_LIFE = Duration.ofMinutes(1);
  private static final int SHORT_LIVES_MAX = 8;
  private static final int NEVER_STARTED = -1;

  private final NodeEnvironment environment;
  private final Path log;
  private final Consumer<URI> ready;
  private final InstantSource clock;
  private final CompletableFuture<URI> firstReady = new CompletableFuture<>();
  private final CompletableFuture<Void> givenUp = new CompletableFuture<>();
  private @Nullable NodeProcess process;
  private Instant startedAt = Instant.EPOCH;
  private int shortLives;
  private boolean stopping;

  KeptNode(NodeEnvironment environment, Path log, Consumer<URI> ready, InstantSource clock) {
    this.environment = environment;
    this.log = log;
    this.ready = ready;
    this.clock = clock;
  }

  /** Where it writes its log. */
  Path log() {
    return log;
  }

  /** Where it takes requests, once it did for the first time; fails if it ends before. */
  CompletableFuture<URI> firstReady() {
    return firstReady;
  }

  /** Done when it is not started any more. */
  CompletableFuture<Void> givenUp() {
    return givenUp;
  }

  synchronized void start() {
    if (stopping) {
      return;
    }
    startedAt = clock.instant();
    try {
      NodeProcess started = NodeProcess.start(environment, log, List.of());
      process = started;
      LOG.info("node at port {}: process {}, log {}", environment.httpPort(), started.pid(), log);
      var unusedReady = started.ready().whenComplete(this::onReady);
      var unusedEnd = started.ended().thenAccept(this::onEnd);
    } catch (IOException failed) {
      LOG.error("node at port {} cannot be started", environment.httpPort(), failed);
      firstReady.completeExceptionally(failed);
      onEnd(NEVER_STARTED);
    }
  }

  private void onReady(@Nullable URI uri, @Nullable Throwable failure) {
    if (uri != null) {
      ready.accept(uri);
      firstReady.complete(uri);
    } else {
      firstReady.completeExceptionally(new IOException(failure));
    }
  }

  private synchronized void onEnd(int exitCode) {
    if (stopping) {
      return;
    }
    boolean shortLife = Duration.between(startedAt, clock.instant()).compareTo(LONG_LIFE) < 0;
    shortLives = shortLife ? shortLives + 1 : 0;
    if (shortLives > SHORT_LIVES_MAX) {
      LOG.error("node at port {} ended again with {}: given up", environment.httpPort(), exitCode);
      givenUp.complete(null);
      return;
    }
    Duration delay = delay();
    LOG.warn(
        "node at port {} ended with {}; it is started again in {} s, its log is {}",
        environment.httpPort(),
        exitCode,
        delay.toSeconds(),
        log);
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS).execute(this::start);
  }

  private Duration delay() {
    Duration doubled = DELAY_FIRST.multipliedBy(1L << Math.max(0, shortLives - 1));
    return doubled.compareTo(DELAY_MAX) < 0 ? doubled : DELAY_MAX;
  }

  /** Stops it in order and for good; done when it has ended. */
  synchronized CompletableFuture<?> stop() {
    stopping = true;
    if (process == null) {
      return CompletableFuture.completedFuture(null);
    }
    process.stop();
    return process.ended();
  }

  synchronized void kill() {
    if (process != null) {
      process.kill();
    }
  }
}
