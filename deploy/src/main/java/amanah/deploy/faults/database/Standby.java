package amanah.deploy.faults.database;

import amanah.deploy.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A second server that follows the first, and takes its place when it is promoted. */
public final class Standby implements AutoCloseable {

  private static final Duration PROMOTED_MAX = Duration.ofSeconds(60);
  private static final String NAME = "standby";

  private final StruckDatabase primary;
  private final Path home;
  private final EmbeddedDatabase server;
  private boolean promoted;

  private Standby(StruckDatabase primary, Path home, EmbeddedDatabase server) {
    this.primary = primary;
    this.home = home;
    this.server = server;
  }

  /** A copy of the primary's data that follows it from now on. */
  static Standby of(StruckDatabase primary, Path from, Path home) throws IOException, SQLException {
    try (Connection connection = primary.connect()) {
      DataCopy.take(connection, from, home);
    }
    DataCopy.follow(
        home,
        "host=127.0.0.1 port=%d user=%s password=%s application_name=%s"
            .formatted(primary.port(), primary.user(), primary.password(), NAME));
    return new Standby(primary, home, EmbeddedDatabase.open(home, EmbeddedDatabase.ANY_PORT));
  }

  /** From now on the primary acknowledges nothing that this one has not. */
  public void demand() throws SQLException {
    set("SET synchronous_standby_names = '" + NAME + "'");
  }

  /** Whether the primary waits for it by now. */
  public boolean isSynchronous() throws SQLException {
    try (Connection connection = primary.connect();
        Statement statement = connection.createStatement()) {
      return DataCopy.single(
              statement, "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'")
          .equals("1");
    }
  }

  /**
   * Makes it the primary, whose place it takes for all that ask; the old one must be down.
   *
   * @throws IOException when it still follows after a minute
   */
  public void promote() throws IOException, SQLException {
    try (Connection connection = StruckDatabase.connect(server);
        Statement statement = connection.createStatement()) {
      String done =
          DataCopy.single(
              statement, "SELECT pg_promote(true, " + PROMOTED_MAX.toSeconds() + ")::text");
      if (!done.equals("true")) {
        throw new IOException("the standby was not promoted within " + PROMOTED_MAX);
      }
    }
    primary.replacedBy(server, home);
    promoted = true;
  }

  /** Unless it was promoted, the primary goes on without it. */
  @Override
  public void close() throws IOException {
    if (promoted) {
      return;
    }
    try {
      set("RESET synchronous_standby_names");
    } catch (SQLException away) {
      throw new IOException("the primary still waits for a standby that is gone", away);
    } finally {
      server.close();
      DataCopy.delete(home);
    }
  }

  private void set(String setting) throws SQLException {
    try (Connection connection = primary.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER SYSTEM " + setting);
      statement.execute("SELECT pg_reload_conf()");
    }
  }
}
