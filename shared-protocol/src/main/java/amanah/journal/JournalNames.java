package amanah.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Of whom a journal has anything. */
public final class JournalNames {

  private JournalNames() {}

  /** Those of these that have a first event. */
  public static Set<String> present(
      Connection connection, JournalSchema schema, Collection<String> persistenceIds)
      throws SQLException {
    String sql =
        "SELECT persistence_id FROM "
            + schema.name()
            + ".event_journal WHERE persistence_id = ANY (?) AND sequence_number = 1";
    Set<String> present = new HashSet<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("varchar", persistenceIds.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          present.add(row.getString("persistence_id"));
        }
      }
    }
    return present;
  }
}
