package amanah.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** {@code amanah up} in a process of its own, with its database, to be killed. */
final class NodeProcess implements AutoCloseable {

  private static final String READY = "ready ";
  private static final Duration START_MAX = Duration.ofMinutes(2);
  private static final Duration END_MAX = Duration.ofSeconds(60);
  private static final long LOOK_MILLIS = 20;
  private static final long KIBI = 1024;

  private final Process process;
  private final URI uri;
  private final Path data;

  private NodeProcess(Process process, URI uri, Path data) {
    this.process = process;
    this.uri = uri;
    this.data = data;
  }

  /** Returns when it is ready; what it says is kept beside its data. */
  static NodeProcess start(Path data, int port) throws IOException {
    Path out = Files.createTempFile(data.toAbsolutePath().getParent(), "node", ".out");
    Path err = Files.createTempFile(data.toAbsolutePath().getParent(), "node", ".err");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Amanah.class.getName(),
                "up",
                "--port",
                String.valueOf(port),
                "--data",
                data.toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    until(START_MAX, () -> ended(process) || read(out).endsWith("\n"));
    String line = read(out).strip();
    if (!line.startsWith(READY)) {
      process.destroyForcibly();
      throw new AssertionError("it is not ready: " + line + "\n" + read(err));
    }
    return new NodeProcess(process, URI.create(line.substring(READY.length())), data);
  }

  URI uri() {
    return uri;
  }

  /** How much memory its process has, in bytes, as the system counts it. */
  long residentBytes() {
    try {
      Process asked =
          new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(process.pid())).start();
      return KIBI
          * Long.parseLong(new String(asked.getInputStream().readAllBytes(), UTF_8).strip());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** SIGKILL to the node and to every process of its database. */
  void killEverything() {
    List<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), database().stream()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    until(END_MAX, () -> all.stream().noneMatch(NodeProcess::runs));
  }

  /**
   * Whether it still runs code. The processes of the database are nobody's children here, so that
   * {@code onExit} waits until the system's first process has reaped them, which not every one
   * does.
   */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().commandLine().isPresent();
  }

  private List<ProcessHandle> database() {
    try (Stream<Path> found = Files.list(data)) {
      Path pidFile =
          found
              .map(directory -> directory.resolve("postmaster.pid"))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow();
      long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
      ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
      return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Stops in order, and at all costs. */
  @Override
  public void close() {
    process.destroy();
    try {
      until(END_MAX, () -> ended(process));
    } finally {
      process.destroyForcibly();
    }
  }

  /** Looks for a moment. */
  private static boolean ended(Process process) {
    try {
      return process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void until(Duration max, BooleanSupplier condition) {
    long deadline = System.nanoTime() + max.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + max);
      }
      Thread.onSpinWait();
    }
  }
}
