package amanah.journal;

import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What is told to the database of one schema when a snapshot is written, each for itself. */
final class SnapshotInserts {

  private final String begin;
  private final String part;
  private final String finish;
  private final String removeOlder;
  private final String removeUnfinished;

  SnapshotInserts(String schema) {
    this.begin =
        """
        INSERT INTO %s.snapshot_head (persistence_id, sequence_number, serializer, manifest)
        VALUES (?, ?, ?, ?) RETURNING snapshot_id
        """
            .formatted(schema);
    this.part =
        """
        INSERT INTO %s.snapshot_part (snapshot_id, number, checksum, payload) VALUES (?, ?, ?, ?)
        """
            .formatted(schema);
    this.finish = "UPDATE %s.snapshot_head SET parts = ? WHERE snapshot_id = ?".formatted(schema);
    // The newest two are kept; of two after the same event the one that was written last.
    this.removeOlder =
        """
        DELETE FROM %1$s.snapshot_head old USING %1$s.snapshot_head kept
        WHERE kept.snapshot_id = ? AND old.persistence_id = ? AND old.parts IS NOT NULL
          AND (old.sequence_number = kept.sequence_number AND old.snapshot_id < kept.snapshot_id
            OR old.sequence_number < (
              SELECT sequence_number FROM %1$s.snapshot_head
              WHERE persistence_id = old.persistence_id AND parts IS NOT NULL
              GROUP BY sequence_number ORDER BY sequence_number DESC OFFSET 1 LIMIT 1))
        """
            .formatted(schema);
    this.removeUnfinished =
        """
        DELETE FROM %s.snapshot_head
        WHERE parts IS NULL AND created < now() - interval '1 hour'
        """
            .formatted(schema);
  }

  /** Begins a snapshot that nobody sees yet, and names it. */
  long begin(
      Connection connection, String persistenceId, long sequence, int serializer, String manifest)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(begin)) {
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
    try (PreparedStatement insert = connection.prepareStatement(part)) {
      insert.setLong(1, id);
      insert.setInt(2, number);
      insert.setLong(3, SnapshotHead.checksum(number, bytes, length));
      insert.setBinaryStream(4, new ByteArrayInputStream(bytes, 0, length), length);
      insert.executeUpdate();
    }
  }

  /** From here on it is there. */
  void finish(Connection connection, long id, int parts) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(finish)) {
      update.setInt(1, parts);
      update.setLong(2, id);
      if (update.executeUpdate() != 1) {
        throw new SQLException("snapshot " + id + " was removed while it was written");
      }
    }
  }

  void removeOlder(Connection connection, String persistenceId, long id) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(removeOlder)) {
      delete.setLong(1, id);
      delete.setString(2, persistenceId);
      delete.executeUpdate();
    }
  }

  void removeUnfinished(Connection connection) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(removeUnfinished)) {
      delete.executeUpdate();
    }
  }
}
