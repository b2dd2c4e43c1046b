package amanah.journal;

import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What is told to the database of one schema when a snapshot is written, each for itself. */
final class SnapshotInserts {

  private static final String BEGIN =
      """
      INSERT INTO %s.snapshot_head (persistence_id, sequence_number, serializer, manifest)
      VALUES (?, ?, ?, ?) RETURNING snapshot_id
      """;

  private static final String PART =
      "INSERT INTO %s.snapshot_part (snapshot_id, number, checksum, payload) VALUES (?, ?, ?, ?)";

  private static final String FINISH =
      "UPDATE %s.snapshot_head SET parts = ? WHERE snapshot_id = ?";

  /** The newest two are kept; of two after the same event the one that was written last. */
  private static final String REMOVE_OLDER =
      """
      DELETE FROM %1$s.snapshot_head old USING %1$s.snapshot_head kept
      WHERE kept.snapshot_id = ? AND old.persistence_id = ? AND old.parts IS NOT NULL
        AND (old.sequence_number = kept.sequence_number AND old.snapshot_id < kept.snapshot_id
          OR old.sequence_number < (
            SELECT sequence_number FROM %1$s.snapshot_head
            WHERE persistence_id = old.persistence_id AND parts IS NOT NULL
            GROUP BY sequence_number ORDER BY sequence_number DESC OFFSET 1 LIMIT 1))
      """;

  private static final String REMOVE_UNFINISHED =
      """
      DELETE FROM %s.snapshot_head
      WHERE parts IS NULL AND created < now() - interval '1 hour'
      """;

  private final String schema;

  SnapshotInserts(String schema) {
    this.schema = schema;
  }

  /** Begins a snapshot that nobody sees yet, and names it. */
  long begin(
      Connection connection, String persistenceId, long sequence, int serializer, String manifest)
      throws SQLException {
    try (PreparedStatement insert = prepare(connection, BEGIN)) {
      insert.setString(1, persistenceId);
      insert.setLong(2, sequence);
      insert.setInt(3, serializer);
      insert.setString(4, manifest);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** A part; fails when its snapshot was removed as one that nobody finishes. */
  void part(Connection connection, long id, int number, byte[] bytes, int length)
      throws SQLException {
    try (PreparedStatement insert = prepare(connection, PART)) {
      insert.setLong(1, id);
      insert.setInt(2, number);
      insert.setLong(3, SnapshotHead.checksum(number, bytes, length));
      insert.setBinaryStream(4, new ByteArrayInputStream(bytes, 0, length), length);
      insert.executeUpdate();
    }
  }

  /** From here on it is there. */
  void finish(Connection connection, long id, int parts) throws SQLException {
    try (PreparedStatement update = prepare(connection, FINISH)) {
      update.setInt(1, parts);
      update.setLong(2, id);
      if (update.executeUpdate() != 1) {
        throw new SQLException("snapshot " + id + " was removed while it was written");
      }
    }
  }

  void removeOlder(Connection connection, String persistenceId, long id) throws SQLException {
    try (PreparedStatement delete = prepare(connection, REMOVE_OLDER)) {
      delete.setLong(1, id);
      delete.setString(2, persistenceId);
      delete.executeUpdate();
    }
  }

  void removeUnfinished(Connection connection) throws SQLException {
    try (PreparedStatement delete = prepare(connection, REMOVE_UNFINISHED)) {
      delete.executeUpdate();
    }
  }

  private PreparedStatement prepare(Connection connection, String statement) throws SQLException {
    return connection.prepareStatement(statement.formatted(schema));
  }
}
