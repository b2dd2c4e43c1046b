package amanah.deploy.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One PostgreSQL server: its programs and the directory with its data. */
final class PostgresServer {

  /** A crash may leave up to max_wal_size to replay. */
  private static final Duration START_TIMEOUT = Duration.ofMinutes(5);

  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration BACKENDS_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration GRACE = Duration.ofSeconds(10);

  /**
   * For what is begun, when nobody waits for it any more; a stop has more to do in five seconds.
   */
  private static final Duration FINISH_MAX = Duration.ofMillis(1_500);

  /** Beyond any pid that a system gives. */
  private static final String NO_PID = "99999999";

  private final PostgresBinaries binaries;
  private final Path data;
  private final Path log;
  private final Path logs;
  private final Path output;

  PostgresServer(PostgresBinaries binaries, Path directory, String major) {
    this.binaries = binaries;
    this.data = directory.resolve("data-" + major);
    this.log = directory.resolve("start.log");
    this.logs = directory.resolve("log");
    this.output = directory.resolve("command.log");
  }

  /** The version of the programs, such as {@code 18}. */
  static String major(PostgresBinaries binaries, Path directory) throws IOException {
    Path output = directory.resolve("command.log");
    int status = run(List.of(binaries.program("postgres"), "--version"), output, GRACE);
    String version = Files.readString(output).strip();
    if (status != 0 || !version.matches("postgres \\(PostgreSQL\\) \\d+\\..*")) {
      throw new DatabaseStartException(
          "The embedded PostgreSQL does not run on this machine: " + version);
    }
    return version.replaceAll("^\\D*(\\d+)\\..*$", "$1");
  }

  /** Makes an empty server unless there is one; half of one from a crash is made anew. */
  void initialize(String user, Path passwordFile) throws IOException {
    if (Files.isDirectory(data)) {
      return;
    }
    Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
    Directories.delete(unfinished);
    // The collation is PostgreSQL's own, so that no upgrade of the system's library spoils an
    // index.
    require(
        "initdb",
        START_TIMEOUT,
        List.of(
            binaries.program("initdb"),
            "--pgdata=" + unfinished,
            "--username=" + user,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8"));
    Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
  }

  void configure(String settings) throws IOException {
    Files.writeString(data.resolve("postgresql.conf"), settings);
  }

  /**
   * Starts it. Backends of a postmaster that was killed may live a moment longer and hold its
   * shared memory; then it is tried again.
   */
  void start() throws IOException {
    long deadline = System.nanoTime() + BACKENDS_TIMEOUT.toNanos();
    while (!started()) {
      String problem = problem();
      boolean backendsLive = problem.contains("pre-existing shared memory block");
      if (!backendsLive || System.nanoTime() > deadline) {
        throw new DatabaseStartException("PostgreSQL does not start in " + data + ": " + problem);
      }
    }
  }

  /**
   * Stops it, also when the thread is interrupted, for nobody else would; a server that has died
   * already is as good.
   */
  void stop() throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      if (runs() && !stopped("fast") && !stopped("immediate") && runs()) {
        throw new DatabaseStartException("PostgreSQL in " + data + " does not stop.");
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Ends a server that outlived the process which started it. A pid that by now is somebody else's
   * is struck out, for PostgreSQL takes whoever has it for a server; the rest of the file stays,
   * for by it PostgreSQL finds out whether old backends still use the shared memory.
   */
  void takeOver() throws IOException {
    if (runs()) {
      stop();
    } else if (holder().isPresent()) {
      List<String> lines = new ArrayList<>(Files.readAllLines(pidFile()));
      lines.set(0, NO_PID);
      Files.write(pidFile(), lines);
    }
  }

  /**
   * Whether it runs. It is nobody's child, and where the system's first process reaps nobody it
   * keeps its pid when it has died: only what still has a command line runs.
   */
  boolean runs() throws IOException {
    return postmaster().isPresent();
  }

  /** Its first process, if it runs. */
  Optional<ProcessHandle> postmaster() throws IOException {
    return holder().filter(this::runsHere);
  }

  private Path pidFile() {
    return data.resolve("postmaster.pid");
  }

  /** Whoever has the pid that the last server wrote down. */
  private Optional<ProcessHandle> holder() throws IOException {
    if (!Files.exists(pidFile())) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile());
    return lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
  }

  /** What the last start wrote, before it had its log files and in the newest of them. */
  private String problem() throws IOException {
    List<String> lines = new ArrayList<>();
    if (Files.exists(log)) {
      lines.addAll(Files.readAllLines(log));
    }
    Optional<Path> newest = newestLog();
    if (newest.isPresent()) {
      List<String> all = Files.readAllLines(newest.get());
      int begin = all.size() - 1;
      while (begin > 0 && !all.get(begin).contains("starting PostgreSQL")) {
        begin--;
      }
      lines.addAll(all.subList(Math.max(begin, 0), all.size()));
    }
    lines.removeIf(line -> !line.matches(".*(FATAL|WARNING|could not|HINT|shared memory).*"));
    return lines.isEmpty() ? "its log says nothing" : String.join(" ", lines);
  }

  private Optional<Path> newestLog() throws IOException {
    if (!Files.isDirectory(logs)) {
      return Optional.empty();
    }
    try (Stream<Path> found = Files.list(logs)) {
      return found.max(Comparator.comparingLong(path -> path.toFile().lastModified()));
    }
  }

  private boolean runsHere(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains(data.toString());
  }

  private boolean started() throws IOException {
    Files.deleteIfExists(log);
    return run(
            List.of(
                binaries.program("pg_ctl"),
                "start",
                "--pgdata=" + data,
                "--log=" + log,
                "--wait",
                "--silent",
                "--timeout=" + START_TIMEOUT.toSeconds()),
            output,
            START_TIMEOUT.plus(GRACE))
        == 0;
  }

  private boolean stopped(String mode) throws IOException {
    return run(
            List.of(
                binaries.program("pg_ctl"),
                "stop",
                "--pgdata=" + data,
                "--mode=" + mode,
                "--wait",
                "--silent",
                "--timeout=" + STOP_TIMEOUT.toSeconds()),
            output,
            STOP_TIMEOUT.plus(GRACE))
        == 0;
  }

  private void require(String name, Duration timeout, List<String> command) throws IOException {
    if (run(command, output, timeout) != 0) {
      throw new DatabaseStartException(
          name + " failed in " + data + ": " + Files.readString(output).strip().replace('\n', ' '));
    }
  }

  /** PostgreSQL refuses to be root; in a namespace of its own it is nobody there. */
  private static int run(List<String> command, Path output, Duration timeout) throws IOException {
    List<String> full = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      full.addAll(List.of("unshare", "--user"));
    }
    full.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(full);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        String late = full + " took longer than " + timeout.toSeconds() + " s";
        Files.writeString(output, late, StandardCharsets.UTF_8);
        return -1;
      }
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      end(process);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for " + full);
    }
  }

  /**
   * A command that is not waited for any more, with the server that it may just have started. It
   * may finish first: a server is known, and can be stopped, once it has started.
   */
  private static void end(Process process) {
    try {
      process.onExit().orTimeout(FINISH_MAX.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException unfinished) {
      List<ProcessHandle> all =
          Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
      all.forEach(ProcessHandle::destroy);
    }
  }
}
