package amanah.deploy.faults.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node as whoever operates it sees it: a process that is started again when it ends, unless it
 * was meant to end.
 */
public final class NodeProcess {

  private static final Logger LOG = LoggerFactory.getLogger(NodeProcess.class);
  private static final Duration RESTART_DELAY = Duration.ofSeconds(1);

  private final NodePlace place;
  private final NodeOptions options;
  private final List<NodePlace> all;
  private final Pause pause;
  private final AtomicInteger ends = new AtomicInteger();
  private @Nullable Process process;
  private volatile long endNanos;
  private boolean wanted;

  NodeProcess(NodePlace place, NodeOptions options, List<NodePlace> all, Pause pause) {
    this.place = place;
    this.options = options;
    this.all = all;
    this.pause = pause;
  }

  /** Where it lives. */
  public NodePlace place() {
    return place;
  }

  /** How often it has ended without having been asked to end in order. */
  public int ends() {
    return ends.get();
  }

  /** When it ended last without having been asked to, by {@link System#nanoTime}, 0 for never. */
  public long endNanos() {
    return endNanos;
  }

  /** Starts it, and again whenever it ends, until {@link #stop} or {@link #remove}. */
  public synchronized void start() throws IOException {
    wanted = true;
    if (process != null && process.isAlive()) {
      return;
    }
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.environment().putAll(environment());
    builder
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(place.log().toFile()));
    Process started = builder.start();
    process = started;
    Thread.ofVirtual().name("node-watch-" + place.number()).start(() -> watch(started));
  }

  /** SIGTERM; it is not started again before {@link #start}. */
  public synchronized void stop() {
    wanted = false;
    if (process != null) {
      Signals.resumed(process.toHandle());
      Signals.stop(process.toHandle());
    }
  }

  /** SIGKILL; it is started again. */
  public synchronized void kill() {
    if (process != null) {
      Signals.kill(process.toHandle());
    }
  }

  /** SIGKILL, for good. */
  public synchronized void remove() {
    wanted = false;
    kill();
  }

  /** Freezes it. */
  public synchronized void freeze() throws IOException {
    if (process != null) {
      Signals.pause(process.toHandle());
    }
  }

  /** Lets it go on. */
  public synchronized void resume() throws IOException {
    if (process != null) {
      Signals.resume(process.toHandle());
    }
  }

  /** Puts its threads before or behind those of other processes, from -20 to 19. */
  public synchronized void renice(int niceness) throws IOException {
    if (process != null && process.isAlive()) {
      Signals.renice(process.toHandle(), niceness);
    }
  }

  /** Whether its process runs, ready or not. */
  public synchronized boolean runs() {
    return process != null && process.isAlive();
  }

  /** What its process holds after a full collection; empty when it cannot be told. */
  public Optional<ProcessReading> reading() throws InterruptedException {
    Process running;
    synchronized (this) {
      running = process;
    }
    return running == null || !running.isAlive()
        ? Optional.empty()
        : ProcessGauge.read(running.toHandle());
  }

  /** Waits until its process has ended, but no longer than that. */
  void awaitEnd(Duration max) {
    Process ending;
    synchronized (this) {
      ending = process;
    }
    try {
      if (ending != null && !ending.waitFor(max.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("node {} does not end in order", place.number());
      }
    } catch (InterruptedException givenUp) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sets its clock forward by an ISO 8601 duration, such as {@code -PT1H}; empty for none. */
  public void setClockOffset(String duration) throws IOException {
    Files.writeString(place.clockOffset(), duration);
  }

  private void watch(Process started) {
    try {
      int code = started.waitFor();
      if (isWanted(started)) {
        endNanos = System.nanoTime();
        ends.incrementAndGet();
        LOG.info("node {} has ended with {} and is started again", place.number(), code);
        pause.await(RESTART_DELAY);
        startAgain();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (IOException failed) {
      LOG.error("node {} cannot be started again", place.number(), failed);
    }
  }

  private synchronized boolean isWanted(Process started) {
    return wanted && started.equals(process);
  }

  private synchronized void startAgain() throws IOException {
    if (wanted) {
      start();
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(place.prefix());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + options.heapMegabytes() + "m");
    command.add("-Xss8m");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:+UseG1GC");
    // Several nodes share few cores and are started often: less compiling.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options.javaOptions());
    command.add(Guard.mark(options.run()));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("amanah.deploy.Amanah");
    command.add("node");
    return command;
  }

  private Map<String, String> environment() {
    String contacts = all.stream().map(NodePlace::contactPoint).collect(Collectors.joining(","));
    return Map.ofEntries(
        Map.entry("AMANAH_HTTP_HOST", place.httpHost()),
        Map.entry("AMANAH_HTTP_PORT", String.valueOf(place.httpPort())),
        Map.entry("AMANAH_JOURNAL_URL", place.databaseUrl()),
        Map.entry("AMANAH_JOURNAL_USER", options.user()),
        Map.entry("AMANAH_JOURNAL_PASSWORD", options.password()),
        Map.entry("AMANAH_NODE_HOST", place.host()),
        Map.entry("AMANAH_REMOTE_PORT", String.valueOf(place.remotePort())),
        Map.entry("AMANAH_MANAGEMENT_PORT", String.valueOf(place.managementPort())),
        Map.entry("AMANAH_DISCOVERY", "config"),
        Map.entry("AMANAH_CONTACT_POINTS", contacts),
        Map.entry("AMANAH_CONTACT_POINTS_REQUIRED", String.valueOf(all.size() / 2 + 1)),
        Map.entry("AMANAH_CLOCK_OFFSET_FILE", place.clockOffset().toString()));
  }
}
