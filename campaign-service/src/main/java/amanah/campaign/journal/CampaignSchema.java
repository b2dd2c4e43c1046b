package amanah.campaign.journal;

import org.flywaydb.core.Flyway;

/**
 * The schema {@code campaign} of the database. Every node brings it up to date when it starts; the
 * first to come holds Flyway's lock and the others find the work done.
 */
public final class CampaignSchema {

  /** Its name in PostgreSQL. */
  public static final String NAME = "campaign";

  private static final int CONNECT_RETRIES = 4;

  private CampaignSchema() {}

  /**
   * Creates what is missing.
   *
   * @return how many migrations were run
   */
  public static int migrate(String url, String user, String password) {
    return Flyway.configure(CampaignSchema.class.getClassLoader())
        .dataSource(url, user, password)
        .schemas(NAME)
        .locations("classpath:db/campaign")
        .table("schema_history")
        .validateMigrationNaming(true)
        .connectRetries(CONNECT_RETRIES)
        .connectRetriesInterval(1)
        .load()
        .migrate()
        .migrationsExecuted;
  }

  /** Creates what is missing where the journal is, or fails soon if nothing answers there. */
  public static int migrate(JournalSettings journal) {
    return migrate(journal.urlWithTimeouts(), journal.user(), journal.password());
  }
}
