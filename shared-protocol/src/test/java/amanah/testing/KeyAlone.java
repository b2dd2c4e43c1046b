package amanah.testing;

import amanah.journal.JournalSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database in which nobody is excluded and no cluster makes another end, so that two nodes that
 * do not know of one another go on, and nothing but the journal's key stands between them: for what
 * has to hold in the moments before an exclusion.
 */
public final class KeyAlone {

  private static final JournalSchema CLUSTER = new JournalSchema("cluster", "db/cluster");
  private static final String NOBODY_IS_EXCLUDED =
      """
      CREATE OR REPLACE FUNCTION cluster.enter(
        own_address text, own_uid bigint, seen_addresses text[], seen_uids bigint[], new_name text)
      RETURNS text LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO cluster.incarnation (name) VALUES ('any') ON CONFLICT (single) DO NOTHING;
        RETURN 'any';
      END
      $$
      """;

  private KeyAlone() {}

  /** Makes it one, before the first node starts there. */
  public static void on(PostgresExtension postgres) {
    CLUSTER.migrate(postgres.url(), postgres.user(), postgres.password());
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(NOBODY_IS_EXCLUDED);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
