package amanah.deploy.faults.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/** Holds the table of snapshots, so that whoever writes one is seen waiting in the midst of it. */
public final class SnapshotHold implements AutoCloseable {

  private static final String PARTS = "campaign.snapshot_part";
  private static final String WHOLE = "campaign.snapshot";

  private static final String WAITING =
      """
      SELECT pid || ' ' || query_start FROM pg_stat_activity
      WHERE wait_event_type = 'Lock' AND query ILIKE '%insert into%snapshot%'
      """;

  private final Connection connection;

  private SnapshotHold(Connection connection) {
    this.connection = connection;
  }

  /** Holds it from now on. */
  public static SnapshotHold of(StruckDatabase database) throws SQLException {
    Connection connection = database.connect();
    try (Statement statement = connection.createStatement()) {
      String table = inParts(database) ? PARTS : WHOLE;
      connection.setAutoCommit(false);
      // Readers go on; inserts wait, until their sessions' own lock_timeout.
      statement.execute("LOCK TABLE " + table + " IN SHARE MODE");
      return new SnapshotHold(connection);
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
  }

  /** Whether snapshots are kept in parts, a row each. */
  static boolean inParts(StruckDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      String parts = DataCopy.single(statement, "SELECT to_regclass('" + PARTS + "') IS NOT NULL");
      return parts.equals("t");
    }
  }

  /** The writings that wait at the moment, each with a name of its own. */
  public Set<String> waiting() throws SQLException {
    Set<String> waiting = new HashSet<>();
    try (Statement statement = connection.createStatement()) {
      // What a transaction sees of the others' activity is kept until its end otherwise.
      statement.execute("SELECT pg_stat_clear_snapshot()");
      try (ResultSet rows = statement.executeQuery(WAITING)) {
        while (rows.next()) {
          waiting.add(rows.getString(1));
        }
      }
    }
    return waiting;
  }

  /** Lets go. */
  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
    }
  }
}
