package amanah.deploy.faults.database;

import amanah.deploy.database.EmbeddedDatabase;
import amanah.deploy.faults.cluster.Signals;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The embedded database, which can be killed, frozen and cut, with a proxy for each node. */
public final class StruckDatabase implements AutoCloseable {

  private final Path directory;
  private final List<DatabaseProxy> proxies = new ArrayList<>();
  private volatile EmbeddedDatabase embedded;
  private volatile Path home;
  private int standbys;

  private StruckDatabase(Path directory, EmbeddedDatabase embedded) {
    this.directory = directory;
    this.home = directory;
    this.embedded = embedded;
  }

  /** Opens it in {@code directory}. */
  public static StruckDatabase open(Path directory) throws IOException {
    return new StruckDatabase(
        directory, EmbeddedDatabase.open(directory, EmbeddedDatabase.ANY_PORT));
  }

  /** A new proxy that listens at {@code host}. */
  public DatabaseProxy proxy(InetAddress host) throws IOException {
    DatabaseProxy proxy = DatabaseProxy.start(host, address(embedded));
    proxies.add(proxy);
    return proxy;
  }

  /** The proxies, in the order of their nodes. */
  public List<DatabaseProxy> proxies() {
    return proxies;
  }

  /** A connection past all proxies. */
  public Connection connect() throws SQLException {
    return connect(embedded);
  }

  static Connection connect(EmbeddedDatabase server) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", server.user());
    properties.setProperty("password", server.password());
    properties.setProperty("ApplicationName", "amanah faults");
    properties.setProperty("connectTimeout", "2");
    return DriverManager.getConnection(server.url(), properties);
  }

  /** A second server that follows this one from now on. */
  public Standby standby() throws IOException, SQLException {
    standbys++;
    return Standby.of(this, home, directory.resolve("standby-" + standbys));
  }

  /** Another server takes the place of this one, which is down, for all that ask. */
  void replacedBy(EmbeddedDatabase other, Path otherHome) throws IOException {
    EmbeddedDatabase old = embedded;
    Path oldHome = home;
    embedded = other;
    home = otherHome;
    for (DatabaseProxy proxy : proxies) {
      proxy.lead(address(other));
    }
    old.close();
    DataCopy.delete(oldHome);
  }

  int port() {
    return embedded.port();
  }

  private static InetSocketAddress address(EmbeddedDatabase server) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
  }

  /** Where it is, past all proxies. */
  public String url() {
    return embedded.url();
  }

  /** Who owns it. */
  public String user() {
    return embedded.user();
  }

  /** The owner's password. */
  public String password() {
    return embedded.password();
  }

  /** SIGKILL to the first process, whose children then end; it stays down until {@link #start}. */
  public void kill() throws IOException {
    embedded.leaveDown();
    embedded.postmaster().ifPresent(Signals::kill);
  }

  /** Stops it in order; it stays down until {@link #start}. */
  public void stop() throws IOException {
    embedded.leaveDown();
    embedded.stopServer();
  }

  /** Lets it be started again, which takes up to a second and its recovery. */
  public void start() {
    embedded.keepUp();
  }

  /** Freezes all of its processes. */
  public void pause() throws IOException {
    if (embedded.postmaster().isPresent()) {
      Signals.pause(embedded.postmaster().get());
    }
  }

  /** Lets them go on. */
  public void resume() throws IOException {
    if (embedded.postmaster().isPresent()) {
      Signals.resume(embedded.postmaster().get());
    }
  }

  /** Ends the sessions of all nodes from the server's side. */
  public void terminateSessions() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
    }
  }

  /** Whether it takes connections. */
  public boolean answers() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      return statement.execute("SELECT 1");
    } catch (SQLException away) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    for (DatabaseProxy proxy : proxies) {
      proxy.close();
    }
    try {
      resume();
    } finally {
      embedded.close();
    }
  }
}
