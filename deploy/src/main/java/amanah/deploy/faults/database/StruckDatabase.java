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

  private final EmbeddedDatabase embedded;
  private final List<DatabaseProxy> proxies = new ArrayList<>();

  private StruckDatabase(EmbeddedDatabase embedded) {
    this.embedded = embedded;
  }

  /** Opens it in {@code directory}. */
  public static StruckDatabase open(Path directory) throws IOException {
    return new StruckDatabase(EmbeddedDatabase.open(directory, EmbeddedDatabase.ANY_PORT));
  }

  /** A new proxy that listens at {@code host}. */
  public DatabaseProxy proxy(InetAddress host) throws IOException {
    InetSocketAddress server =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), embedded.port());
    DatabaseProxy proxy = DatabaseProxy.start(host, server);
    proxies.add(proxy);
    return proxy;
  }

  /** The proxies, in the order of their nodes. */
  public List<DatabaseProxy> proxies() {
    return proxies;
  }

  /** A connection past all proxies. */
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user());
    properties.setProperty("password", password());
    properties.setProperty("ApplicationName", "amanah faults");
    properties.setProperty("connectTimeout", "2");
    return DriverManager.getConnection(url(), properties);
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
