package amanah.journal;

import org.flywaydb.core.Flyway;

/**
 * The schema of one service in the database. Every node brings it up to date when it starts; the
 * first to come holds Flyway's lock and the others find the work done.
 *
 * @param name its name in PostgreSQL
 * @param location where its migrations are on the class path, such as {@code db/campaign}; beside
 *     them is {@code role.grants}, what the application may do when another role migrates
 */
public record JournalSchema(String name, String location) {

  private static final int CONNECT_RETRIES = 4;

  /**
   * Creates what is missing.
   *
   * @return how many migrations were run
   */
  public int migrate(String url, String user, String password) {
    return Flyway.configure(JournalSchema.class.getClassLoader())
        .dataSource(url, user, password)
        .schemas(name)
        .locations("classpath:" + location)
        .table("schema_history")
        .validateMigrationNaming(true)
        .connectRetries(CONNECT_RETRIES)
        .connectRetriesInterval(1)
        .load()
        .migrate()
        .migrationsExecuted;
  }

  /** Creates what is missing where the journal is, or fails soon if nothing answers there. */
  public int migrate(JournalSettings journal) {
    return migrate(journal, MigrationRole.itself(journal));
  }

  /** The same by that role, who then gives the application's what it needs if it is another. */
  public int migrate(JournalSettings journal, MigrationRole owner) {
    int executed = migrate(journal.urlForMigration(), owner.user(), owner.password());
    if (owner.isAnother(journal)) {
      RoleGrants.give(this, journal, owner);
    }
    return executed;
  }
}
