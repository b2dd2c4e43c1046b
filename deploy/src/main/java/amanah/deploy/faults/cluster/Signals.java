package amanah.deploy.faults.cluster;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signals of the operating system to processes that this run has started. */
public final class Signals {

  private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
  private static final Duration KILL_MAX = Duration.ofSeconds(5);

  private Signals() {}

  /** SIGKILL; what has ended already is as good. */
  public static void kill(ProcessHandle process) {
    process.destroyForcibly();
  }

  /** SIGSTOP to the process and all beneath it. */
  public static void pause(ProcessHandle process) throws IOException {
    send("STOP", process);
  }

  /** SIGCONT to the process and all beneath it. */
  public static void resume(ProcessHandle process) throws IOException {
    send("CONT", process);
  }

  /** SIGCONT on the way to an end, where nothing is left to do when it fails. */
  static void resumed(ProcessHandle process) {
    try {
      resume(process);
    } catch (IOException failed) {
      LOG.warn("process {} does not go on: {}", process.pid(), failed.getMessage());
    }
  }

  /** Why a process cannot be put behind others and back, or empty when it can. */
  public static Optional<String> reniceHindrance() {
    boolean can =
        "root".equals(System.getProperty("user.name"))
            && Files.isDirectory(Path.of("/proc/self/task"));
    return can
        ? Optional.empty()
        : Optional.of("putting a node behind others needs Linux and root");
  }

  /** Sets the niceness of all threads of the process; new ones inherit it. */
  static void renice(ProcessHandle process, int niceness) throws IOException {
    List<String> command = new ArrayList<>(List.of("renice", "-n", String.valueOf(niceness), "-p"));
    try (Stream<Path> threads = Files.list(Path.of("/proc", process.pid() + "", "task"))) {
      threads.forEach(thread -> command.add(String.valueOf(thread.getFileName())));
    }
    run(command);
  }

  /** SIGTERM. */
  public static void stop(ProcessHandle process) {
    process.destroy();
  }

  private static void send(String signal, ProcessHandle process) throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of("kill", "-" + signal),
                Stream.concat(Stream.of(process), process.descendants())
                    .map(each -> String.valueOf(each.pid())))
            .toList();
    run(command);
  }

  private static void run(List<String> command) throws IOException {
    Process kill =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      // One of the processes or threads may have ended meanwhile, so the exit code says little.
      if (!kill.waitFor(KILL_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(command + " took longer than " + KILL_MAX);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted in " + command);
    }
  }
}
