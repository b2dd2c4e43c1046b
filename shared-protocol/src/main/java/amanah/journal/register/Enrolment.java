package amanah.journal.register;

import amanah.journal.JournalSchema;
import amanah.journal.JournalSettings;
import amanah.journal.MigrationRole;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

/** A node's first words to the database, before any of its sessions may open. */
public final class Enrolment {

  /** What every session of a node says first; refused when the node was excluded. */
  public static final String OPENING = "SELECT cluster.admit()";

  private static final JournalSchema SCHEMA = new JournalSchema("cluster", "db/cluster");
  private static final int NAME_LENGTH = 12;
  private static final String ENTER = "INSERT INTO cluster.member (session) VALUES (?)";
  private static final String FORGET =
      """
      DELETE FROM cluster.member
      WHERE coalesce(fenced_at, CASE WHEN incarnation IS NULL THEN since END)
        < clock_timestamp() - interval '7 days'
      """;
  private static final String OWN_NAME =
      """
      SELECT pg_backend_pid(),
        (SELECT split_part(application_name, ' ', 1) FROM pg_stat_activity
         WHERE pid = pg_backend_pid())
      """;

  private Enrolment() {}

  /** A name for the sessions of a node that starts, which no other has. */
  public static String newSession() {
    return "amanah-" + UUID.randomUUID().toString().replace("-", "").substring(0, NAME_LENGTH);
  }

  /**
   * Brings the list of members up to date and enters the name of this node's sessions; blocks until
   * it has.
   *
   * @param owner who owns that list
   * @throws IllegalStateException if the database cannot tell this node's sessions from others', is
   *     a standby, or does not answer; says what was expected
   */
  public static void of(JournalSettings journal, MigrationRole owner) {
    try (Connection connection = connect(journal)) {
      requireOwnName(journal, connection);
      SCHEMA.migrate(journal, owner);
      try (Statement statement = connection.createStatement()) {
        statement.execute(FORGET);
      }
      try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
        statement.setString(1, journal.session());
        statement.execute();
      }
    } catch (SQLException refused) {
      throw new IllegalStateException(
          "the node cannot be entered among those that may write: " + refused.getMessage(),
          refused);
    }
  }

  /** The same where the application itself owns the list. */
  static void of(JournalSettings journal) {
    of(journal, MigrationRole.itself(journal));
  }

  /**
   * Asks in a new session whether this node may write; blocks for some seconds at most.
   *
   * @throws FencedException if it was excluded
   * @throws IllegalStateException if the database does not say
   */
  static void requireAdmission(JournalSettings journal) {
    try (Connection connection = connect(journal);
        Statement statement = connection.createStatement()) {
      statement.execute(OPENING);
    } catch (SQLException refused) {
      throw FencedException.orOther(refused);
    }
  }

  private static Connection connect(JournalSettings journal) throws SQLException {
    Properties properties = journal.driverProperties();
    properties.setProperty("user", journal.user());
    properties.setProperty("password", journal.password());
    return DriverManager.getConnection(journal.urlWithTimeouts(), properties);
  }

  /**
   * An excluded node's sessions are found by their name and ended one by one. A pooler in between
   * shares them among its callers, and opens new ones unasked.
   */
  private static void requireOwnName(JournalSettings journal, Connection connection)
      throws SQLException {
    int announced = announcedPid(connection);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(OWN_NAME)) {
      row.next();
      int pid = row.getInt(1);
      String name = row.getString(2);
      if (pid != announced || !journal.session().equals(name)) {
        throw new IllegalStateException(
            ("the database answers from session %s of process %d, expected session %s of process %d:"
                    + " a node needs sessions of its own, without a pooler in between and without"
                    + " ApplicationName in the URL")
                .formatted(name, pid, journal.session(), announced));
      }
    }
  }

  /** By name, for the driver's own types have annotations that the compiler cannot find. */
  private static int announcedPid(Connection connection) throws SQLException {
    try {
      Class<?> type = Class.forName("org.postgresql.PGConnection");
      Object pid = type.getMethod("getBackendPID").invoke(connection.unwrap(type));
      return (int) Objects.requireNonNull(pid);
    } catch (ReflectiveOperationException another) {
      throw new SQLException("the driver is not PostgreSQL's own", another);
    }
  }
}
