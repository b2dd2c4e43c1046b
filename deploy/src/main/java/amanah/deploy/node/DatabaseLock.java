package amanah.deploy.node;

import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.journal.JournalSettings;
import amanah.node.NodeDefaults;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a second {@code amanah up} away from a database that one uses, with a sentence that names
 * the first. Held by a session of its own; it says no more than that, for a session can be lost.
 * That two clusters on one database do no harm is seen to by the nodes.
 */
final class DatabaseLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseLock.class);

  /** The session of a process that was killed is seen to be gone in a moment. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** It starts or stops, all sessions are taken, or it does not answer this question. */
  private static final Set<String> NOT_YET = Set.of("57P03", "53300", "42501");

  private static final long LOOK_MILLIS = 100;
  private static final String TAKE = "SELECT pg_try_advisory_lock(1634558318, 1)";
  private static final String HOLDER =
      """
      SELECT application_name, date_trunc('second', backend_start)::text
      FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE locktype = 'advisory' AND classid = 1634558318 AND objid = 1 AND objsubid = 2
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      """;

  private final @Nullable Connection session;

  private DatabaseLock(@Nullable Connection session) {
    this.session = session;
  }

  /**
   * Takes it on the database that these settings name. A database that is there and cannot be asked
   * yet is nobody's: the node that starts there waits for it.
   *
   * @param journal {@code url} and perhaps {@code user} and {@code password}
   * @throws Failure if another has it, or there is no such database
   */
  static DatabaseLock take(Map<String, String> journal) {
    JournalSettings settings = settings(journal);
    try {
      Connection session = connect(settings);
      Optional<String> holder = holderOrTake(session);
      if (holder.isEmpty()) {
        return new DatabaseLock(session);
      }
      session.close();
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "the database is used by another cluster ("
              + holder.get()
              + "): stop that, or name"
              + " another database with --db or another directory with --data");
    } catch (SQLException away) {
      if (!NOT_YET.contains(String.valueOf(away.getSQLState()))) {
        throw DatabaseUrl.unusable(settings.url(), away);
      }
      LOG.warn("the database is not locked against another `amanah up`: {}", away.getMessage());
      return new DatabaseLock(null);
    }
  }

  private static JournalSettings settings(Map<String, String> journal) {
    Config config =
        NodeConfig.alone(0, journal)
            .withFallback(ConfigFactory.defaultOverrides())
            .withFallback(NodeDefaults.of(List.of()))
            .resolve();
    return JournalSettings.of(config);
  }

  private static Connection connect(JournalSettings settings) throws SQLException {
    Properties properties = settings.driverProperties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    properties.setProperty(
        "ApplicationName", "amanah up, process " + ProcessHandle.current().pid() + " on " + host());
    return DriverManager.getConnection(settings.urlWithTimeouts(), properties);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "a host without a name";
    }
  }

  private static Optional<String> holderOrTake(Connection session) throws SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isTaken(session)) {
      if (System.nanoTime() > end) {
        return Optional.of(holder(session));
      }
      pause();
    }
    return Optional.empty();
  }

  private static boolean isTaken(Connection session) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery(TAKE)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static String holder(Connection session) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery(HOLDER)) {
      return row.next() ? row.getString(1) + ", since " + row.getString(2) : "which has just ended";
    }
  }

  private static void pause() throws SQLException {
    try {
      boolean unused = new CountDownLatch(1).await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", stopped);
    }
  }

  @Override
  public void close() {
    if (session != null) {
      try {
        session.close();
      } catch (SQLException gone) {
        LOG.debug("its session was lost before", gone);
      }
    }
  }
}
