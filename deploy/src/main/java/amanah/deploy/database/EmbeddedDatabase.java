package amanah.deploy.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of one's own, kept in a directory:
 *
 * <pre>
 *   lock                 held by the process that uses the directory
 *   password             of the user amanah, readable by its owner alone
 *   binaries-0123456789ab/   the programs, by their content
 *   data-18/             the data, by PostgreSQL's major version
 *   log/                 the server's log, one file for each day of a week
 * </pre>
 *
 * Whoever opens it after a crash takes it over, with a server that may still run there; a server
 * that dies while it is open is started again. It is as durable as a PostgreSQL that somebody
 * installed with care, and refuses to be used otherwise.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  /** Chooses a port that is free. */
  public static final int ANY_PORT = 0;

  static final String USER = "amanah";
  static final String DATABASE = "amanah";

  private static final int PASSWORD_BYTES = 24;

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final long LOOK_MILLIS = 500;
  private static final long PAUSE_MILLIS_MAX = 8_000;

  /** Without any of these, what was committed can be lost with the power. */
  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private static final String SETTINGS =
      """
      # Written at every start. Nothing here trades durability for speed.
      fsync = on
      synchronous_commit = on
      full_page_writes = on

      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      password_encryption = 'scram-sha-256'
      max_connections = 100

      # For a machine with two cores that it shares with the service.
      shared_buffers = 256MB
      effective_cache_size = 1GB
      work_mem = 8MB
      maintenance_work_mem = 64MB
      random_page_cost = 1.1
      jit = off

      # Fewer checkpoints: less is written twice, and a crash is still recovered from in seconds.
      wal_compression = on
      wal_buffers = 16MB
      min_wal_size = 256MB
      max_wal_size = 2GB
      checkpoint_timeout = 15min

      timezone = 'UTC'
      log_timezone = 'UTC'
      logging_collector = on
      log_directory = '../log'
      log_filename = 'postgresql-%a.log'
      log_rotation_age = 1d
      log_truncate_on_rotation = on
      """;

  private final DirectoryLock lock;
  private final PostgresServer server;
  private final int port;
  private final String password;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean kept = true;

  private EmbeddedDatabase(DirectoryLock lock, PostgresServer server, int port, String password) {
    this.lock = lock;
    this.server = server;
    this.port = port;
    this.password = password;
  }

  /**
   * Opens the database in {@code directory}, and makes one there if there is none.
   *
   * @param port to listen on at 127.0.0.1, or {@link #ANY_PORT}
   * @throws DatabaseStartException says in one sentence why it cannot be opened
   */
  public static EmbeddedDatabase open(Path directory, int port) throws IOException {
    Files.createDirectories(directory);
    Path home = directory.toRealPath();
    DirectoryLock lock = DirectoryLock.of(home);
    try {
      return open(lock, home, port == ANY_PORT ? freePort() : port);
    } catch (IOException | RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  /** Where it is, for JDBC. */
  public String url() {
    return url(port, DATABASE);
  }

  /** The one user, who owns everything. */
  public String user() {
    return USER;
  }

  /** The user's password, made when the database was. */
  public String password() {
    return password;
  }

  /** The port it listens on, at 127.0.0.1 only. */
  public int port() {
    return port;
  }

  /** From now on a server that has died stays dead; for those who want to see that. */
  public void leaveDown() {
    kept = false;
  }

  /** A server that has died is started again, as is usual. */
  public void keepUp() {
    kept = true;
  }

  /** The server's first process, if it runs. */
  public Optional<ProcessHandle> postmaster() throws IOException {
    return server.postmaster();
  }

  /** Stops the server in order, cutting what is connected; {@link #leaveDown} comes first. */
  public synchronized void stopServer() throws IOException {
    server.stop();
  }

  /** Stops the server, cutting what is connected, and lets go of the directory. */
  @Override
  public synchronized void close() throws IOException {
    if (closed.getCount() == 0) {
      return;
    }
    closed.countDown();
    try {
      server.stop();
    } finally {
      lock.close();
    }
  }

  /** What the system does when the process dies: the directory is free, the server lives on. */
  synchronized void abandon() throws IOException {
    closed.countDown();
    lock.close();
  }

  private static EmbeddedDatabase open(DirectoryLock lock, Path home, int port) throws IOException {
    PostgresBinaries binaries = PostgresBinaries.under(home);
    String major = PostgresServer.major(binaries, home);
    refuseOtherVersions(home, major);
    PostgresServer server = new PostgresServer(binaries, home, major);
    Path passwordFile = passwordFile(home);
    try {
      server.takeOver();
      server.initialize(USER, passwordFile);
      server.configure(SETTINGS + "port = " + port + "\n");
      server.start();
    } catch (IOException failed) {
      if (Thread.currentThread().isInterrupted()) {
        server.stop();
      }
      throw failed;
    }
    EmbeddedDatabase database =
        new EmbeddedDatabase(lock, server, port, Files.readString(passwordFile).strip());
    try {
      database.prove();
      Thread.ofVirtual().name("embedded-database-watch").start(database::watch);
      return database;
    } catch (SQLException refused) {
      database.close();
      throw new DatabaseStartException("PostgreSQL in " + home + " refuses: " + refused);
    } catch (DatabaseStartException notDurable) {
      database.close();
      throw notDurable;
    }
  }

  private void watch() {
    long pause = LOOK_MILLIS;
    try {
      while (!closed.await(pause, TimeUnit.MILLISECONDS)) {
        pause = runsAgain() ? LOOK_MILLIS : Math.min(2 * pause, PAUSE_MILLIS_MAX);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts the server if it has died; false if that failed. */
  private synchronized boolean runsAgain() {
    try {
      if (closed.getCount() == 0 || !kept || server.runs()) {
        return true;
      }
      LOG.warn("PostgreSQL has died and is started again");
      server.takeOver();
      server.start();
      proveOrStop();
      LOG.info("PostgreSQL runs again");
      return true;
    } catch (IOException | SQLException | RuntimeException failed) {
      LOG.error("PostgreSQL does not start again yet: {}", failed.getMessage());
      return false;
    }
  }

  private void proveOrStop() throws IOException, SQLException {
    boolean proven = false;
    try {
      prove();
      proven = true;
    } finally {
      if (!proven) {
        server.stop();
      }
    }
  }

  /** Starting empty beside older data would look as if everything were lost. */
  private static void refuseOtherVersions(Path home, String major) throws IOException {
    try (Stream<Path> found = Files.list(home)) {
      Optional<String> other =
          found
              .map(path -> path.getFileName().toString())
              .filter(name -> name.matches("data-\\d+") && !name.equals("data-" + major))
              .findFirst();
      if (other.isPresent() && !Files.isDirectory(home.resolve("data-" + major))) {
        throw new DatabaseStartException(
            home.resolve(other.get())
                + " was written by another version of PostgreSQL than "
                + major
                + "; move it with pg_upgrade or pg_dump.");
      }
    }
  }

  private static Path passwordFile(Path home) throws IOException {
    Path file = home.resolve("password");
    if (!Files.exists(file) || Files.size(file) == 0) {
      byte[] random = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(random);
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(random), StandardOpenOption.SYNC);
    }
    return file;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** ALTER SYSTEM outranks what was written above, so the server itself is asked. */
  private void prove() throws SQLException, DatabaseStartException {
    try (Connection connection =
            DriverManager.getConnection(url(port, "postgres"), USER, password);
        Statement statement = connection.createStatement()) {
      for (String setting : DURABLE) {
        String value = single(statement, "SHOW " + setting);
        if (!value.equals("on")) {
          throw new DatabaseStartException(
              setting + " is " + value + ", with which donations can be lost; set it to on.");
        }
      }
      String exists = "SELECT count(*) FROM pg_database WHERE datname = '" + DATABASE + "'";
      if (single(statement, exists).equals("0")) {
        statement.execute("CREATE DATABASE " + DATABASE);
      }
    }
  }

  private static String single(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }
}
