package amanah.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL of one test's own, to be killed, paused and restarted: its port and its data stay
 * the same through all of that.
 */
public final class DurablePostgres implements AutoCloseable {

  /** On a busy machine, and with a crash to recover from; zonky's own ten seconds are too few. */
  private static final Duration START_MAX = Duration.ofMinutes(2);

  static final String USER = "postgres";
  static final String PASSWORD = "postgres";

  private final Path directory;
  private final int port;
  private EmbeddedPostgres postgres;

  private DurablePostgres(Path directory, int port) throws IOException {
    this.directory = directory;
    this.port = port;
    this.postgres = start(directory, port);
  }

  /** Starts one whose data is in {@code directory}. */
  public static DurablePostgres start(Path directory) throws IOException {
    return new DurablePostgres(directory, freePort());
  }

  /** What zonky starts when left alone would lose data with the power: fsync is off. */
  static EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setPGStartupWait(START_MAX)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "200");
  }

  static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Where the database {@code postgres} is, for JDBC. */
  public String url() {
    return url(port, "postgres");
  }

  /** Who owns the database. */
  public String user() {
    return USER;
  }

  /** The owner's password; the server trusts everyone on this machine. */
  public String password() {
    return PASSWORD;
  }

  /** The port, the same for life. */
  public int port() {
    return port;
  }

  /** A new connection. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), USER, PASSWORD);
  }

  /** Kills the postmaster with SIGKILL and waits until its backends have followed it. */
  public void kill() throws IOException {
    List<ProcessHandle> processes = processes();
    processes.getFirst().destroyForcibly();
    processes.forEach(process -> process.onExit().join());
  }

  /** Freezes the whole server with SIGSTOP: connections stay open and nothing answers. */
  public void pause() throws IOException {
    signal("STOP");
  }

  /** Lets a frozen server go on. */
  public void resume() throws IOException {
    signal("CONT");
  }

  /** Stops the server in an orderly way; open connections are cut. */
  public void stop() throws IOException {
    postgres.close();
  }

  /** Starts it again after {@link #kill} or {@link #stop}. */
  public void restart() throws IOException {
    postgres.close();
    postgres = start(directory, port);
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  private static EmbeddedPostgres start(Path directory, int port) throws IOException {
    return builder().setDataDirectory(directory).setCleanDataDirectory(false).setPort(port).start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The postmaster, then its children. */
  private List<ProcessHandle> processes() throws IOException {
    long pid =
        Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid")).getFirst().trim());
    ProcessHandle postmaster =
        ProcessHandle.of(pid)
            .orElseThrow(() -> new IllegalStateException("no postmaster with pid " + pid));
    return Stream.concat(Stream.of(postmaster), postmaster.children()).toList();
  }

  /** The postmaster must get the signal; a child may have ended in the meantime. */
  private void signal(String name) throws IOException {
    if (!signal(name, processes().getFirst())) {
      throw new IOException("the postmaster did not get " + name);
    }
    for (ProcessHandle child : processes().stream().skip(1).toList()) {
      boolean received = signal(name, child);
      if (!received && child.isAlive()) {
        throw new IOException("process " + child.pid() + " did not get " + name);
      }
    }
  }

  private static boolean signal(String name, ProcessHandle process) throws IOException {
    try {
      Process kill =
          new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return kill.waitFor() == 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted before " + name, interrupted);
    }
  }
}
