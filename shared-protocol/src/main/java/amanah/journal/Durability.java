package amanah.journal;

import com.typesafe.config.Config;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a database keeps what it has acknowledged. {@code fsync} and {@code full_page_writes} are
 * the server's alone, so they are looked at again and again; {@code synchronous_commit} is each
 * session's own choice.
 *
 * @param demanded whether to insist on it; false is for trials whose data may be lost
 */
public record Durability(boolean demanded) {

  /** Commits that are on disk when they are acknowledged; the second waits for more than that. */
  private static final Set<String> SYNCHRONOUS = Set.of("on", "remote_apply");

  private static final String SETTINGS =
      """
      SELECT current_setting('fsync'), current_setting('full_page_writes'),
             current_setting('synchronous_commit')
      """;

  /** What is weaker is made {@code on}; whoever waits for more than that is left alone. */
  private static final String STRENGTHEN =
      """
      SELECT set_config('synchronous_commit', 'on', false)
      WHERE current_setting('synchronous_commit') NOT IN ('on', 'remote_apply')
      """;

  /** Reads {@code amanah.journal.allow-unsafe-database} of the whole configuration. */
  public static Durability of(Config config) {
    return new Durability(!config.getBoolean("amanah.journal.allow-unsafe-database"));
  }

  /** Has the session wait for each commit until it is on disk, whatever its role's default is. */
  static void strengthen(Connection session) throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute(STRENGTHEN);
    }
  }

  /**
   * Asks the database of these settings once.
   *
   * @throws UnsafeDatabaseException says in a sentence what is not as it must be
   */
  public void prove(JournalSettings journal) {
    if (!demanded) {
      return;
    }
    try (Connection session =
            DriverManager.getConnection(
                journal.urlWithTimeouts(), journal.user(), journal.password());
        Statement statement = session.createStatement()) {
      strengthen(session);
      prove(statement);
    } catch (SQLException silent) {
      throw new IllegalStateException("the journal does not tell its settings", silent);
    }
  }

  /**
   * The same for an open session.
   *
   * @throws UnsafeDatabaseException says in a sentence what is not as it must be
   */
  void prove(Statement statement) throws SQLException {
    Optional<String> problem = demanded ? problem(statement) : Optional.empty();
    if (problem.isPresent()) {
      throw new UnsafeDatabaseException(problem.get());
    }
  }

  private static Optional<String> problem(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(SETTINGS)) {
      row.next();
      return problem(row.getString(1), row.getString(2), row.getString(3));
    }
  }

  /** What is wrong with these settings, as a sentence. */
  static Optional<String> problem(String fsync, String fullPageWrites, String synchronousCommit) {
    if (!fsync.equals("on")) {
      return Optional.of(sentence("fsync", fsync));
    }
    if (!fullPageWrites.equals("on")) {
      return Optional.of(sentence("full_page_writes", fullPageWrites));
    }
    return SYNCHRONOUS.contains(synchronousCommit)
        ? Optional.empty()
        : Optional.of(sentence("synchronous_commit", synchronousCommit));
  }

  private static String sentence(String setting, String value) {
    return "the database has %s = %s, with which acknowledged donations can be lost; expected on"
        .formatted(setting, value);
  }
}
