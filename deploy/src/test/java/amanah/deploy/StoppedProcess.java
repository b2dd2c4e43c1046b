package amanah.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code amanah up} in a process of its own, to be stopped by signals and timed. */
final class StoppedProcess implements AutoCloseable {

  private static final String IGNORED = "SigIgn:";
  private static final long INTERRUPT = 1 << 1;
  private static final Duration READY_MAX = Duration.ofMinutes(3);
  private static final Duration END_MAX = Duration.ofMinutes(2);
  private static final long LOOK_MILLIS = 20;

  private final Process process;
  private final Path data;
  private final Path out;
  private final Path err;

  /**
   * What a stop came to.
   *
   * @param took from the signal to the end of the process
   * @param left the command lines of processes that still run with its data
   */
  record Stop(int exitCode, Duration took, List<String> left, String log) {}

  private StoppedProcess(Process process, Path data, Path out, Path err) {
    this.process = process;
    this.data = data;
    this.out = out;
    this.err = err;
  }

  static StoppedProcess up(Path data, String... options) throws IOException {
    Path folder = Files.createDirectories(data.toAbsolutePath()).getParent();
    Path out = Files.createTempFile(folder, "up", ".out");
    Path err = Files.createTempFile(folder, "up", ".err");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Amanah.class.getName(),
                "up",
                "--port",
                "0",
                "--data",
                data.toString()));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new StoppedProcess(process, data, out, err);
  }

  /** Where its nodes are, once so many are ready. */
  List<URI> awaitReady(int nodes) throws InterruptedException {
    long deadline = System.nanoTime() + READY_MAX.toNanos();
    List<URI> ready = ready();
    while (ready.size() < nodes) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("not ready: " + read(err));
      }
      waitFor(Duration.ofMillis(LOOK_MILLIS));
      ready = ready();
    }
    return ready;
  }

  private List<URI> ready() {
    return read(out)
        .lines()
        .filter(line -> line.startsWith("ready "))
        .map(line -> URI.create(line.substring("ready ".length())))
        .toList();
  }

  /** Waits until it ends, at most so long. */
  boolean waitFor(Duration max) throws InterruptedException {
    return process.waitFor(max.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** SIGTERM to it alone. */
  Stop terminate() throws InterruptedException {
    long began = System.nanoTime();
    process.toHandle().destroy();
    return ended(began);
  }

  /**
   * SIGINT to it and to all that it has started, as a terminal does. What a shell runs in the
   * background hears none, and hands that on: there it is SIGTERM to it alone.
   */
  Stop interrupt() throws IOException, InterruptedException {
    if (isDeaf()) {
      return terminate();
    }
    List<String> command = new ArrayList<>(List.of("kill", "-INT"));
    Stream.concat(Stream.of(process.toHandle()), process.children())
        .forEach(each -> command.add(Long.toString(each.pid())));
    long began = System.nanoTime();
    new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    return ended(began);
  }

  private static boolean isDeaf() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith(IGNORED))
            .map(line -> Long.parseUnsignedLong(line.substring(IGNORED.length()).strip(), 16))
            .anyMatch(signals -> (signals & INTERRUPT) != 0);
  }

  private Stop ended(long began) throws InterruptedException {
    if (!waitFor(END_MAX)) {
      throw new AssertionError("it has not ended for " + END_MAX + ": " + read(err));
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new Stop(process.exitValue(), took, left(), read(err));
  }

  /** Of processes that have ended and that nobody has reaped there is no command line. */
  private List<String> left() {
    return ProcessHandle.allProcesses()
        .flatMap(each -> each.info().commandLine().stream())
        .filter(line -> line.contains(data.toString()))
        .toList();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
