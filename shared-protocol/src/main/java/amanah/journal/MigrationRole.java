package amanah.journal;

import com.typesafe.config.Config;

/**
 * Who brings the schemas up to date, as {@code amanah.journal.migration} says it: the application
 * itself, or a role of its own who owns the tables, so that the application can but write and read.
 *
 * @param user who it is to the database
 * @param password the user's, never shown
 */
public record MigrationRole(String user, String password) {

  /** Reads {@code amanah.journal.migration} of the whole configuration. */
  public static MigrationRole of(Config config) {
    Config migration = config.getConfig("amanah.journal.migration");
    return new MigrationRole(migration.getString("user"), migration.getString("password"));
  }

  /** The application itself. */
  public static MigrationRole itself(JournalSettings journal) {
    return new MigrationRole(journal.user(), journal.password());
  }

  /** Whether the application has to be given its rights. */
  boolean isAnother(JournalSettings journal) {
    return !user.equals(journal.user());
  }

  @Override
  public String toString() {
    return "MigrationRole[" + user + "]";
  }
}
