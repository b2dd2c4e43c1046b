package amanah.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The rights of the application's role in one schema: what its file {@code role.grants} says. They
 * are given again at every start, one node at a time.
 */
final class RoleGrants {

  private static final String FILE = "role.grants";
  private static final String ROLE = "${role}";

  /** For nodes that start together; two that change one table's rights at once would fail. */
  private static final long LOCK = 0x616d616e6168L;

  private RoleGrants() {}

  /**
   * Gives them.
   *
   * @throws IllegalStateException if the database refuses, such as a role that is not there
   */
  static void give(JournalSchema schema, JournalSettings journal, MigrationRole owner) {
    try (Connection connection =
            DriverManager.getConnection(journal.urlForMigration(), owner.user(), owner.password());
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
      String role = statement.enquoteIdentifier(journal.user(), true);
      statement.execute(text(schema).replace(ROLE, role));
      connection.commit();
    } catch (SQLException refused) {
      throw new IllegalStateException(
          "the role %s cannot be given its rights in the schema %s: %s"
              .formatted(journal.user(), schema.name(), refused.getMessage()),
          refused);
    }
  }

  private static String text(JournalSchema schema) {
    String path = schema.location() + "/" + FILE;
    try (InputStream file = RoleGrants.class.getClassLoader().getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException(
            path + " is missing, expected what another role may do in " + schema.name());
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
