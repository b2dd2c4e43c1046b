package amanah.journal;

import akka.persistence.SnapshotSelectionCriteria;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one schema's snapshots, of both forms: those in parts with a head, which is written
 * last, and those in one row, which versions before wrote and may be writing still.
 */
final class SnapshotRows {

  /** More than are ever kept of one entity. */
  private static final int HEADS_MAX = 10;

  private static final String DATA_CORRUPTED = "XX";

  private final String heads;
  private final String part;
  private final String slice;

  SnapshotRows(String schema) {
    this.heads =
        """
        SELECT snapshot_id, sequence_number, (extract(epoch FROM created) * 1000)::bigint,
          serializer, manifest, parts
        FROM %1$s.snapshot_head WHERE persistence_id = ? AND parts IS NOT NULL
        UNION ALL
        SELECT %2$d, sequence_number, created, snapshot_ser_id, snapshot_ser_manifest,
          (octet_length(snapshot_payload) + %3$d) / %4$d
        FROM %1$s.snapshot WHERE persistence_id = ?
        ORDER BY 2 DESC, 1 DESC LIMIT %5$d
        """
            .formatted(
                schema,
                SnapshotHead.IN_ONE_ROW,
                SnapshotHead.PART_BYTES - 1,
                SnapshotHead.PART_BYTES,
                HEADS_MAX);
    this.part =
        "SELECT checksum, payload FROM %s.snapshot_part WHERE snapshot_id = ? AND number = ?"
            .formatted(schema);
    this.slice =
        """
        SELECT substring(snapshot_payload FROM ? FOR %d)
        FROM %s.snapshot WHERE persistence_id = ? AND sequence_number = ?
        """
            .formatted(SnapshotHead.PART_BYTES, schema);
  }

  /** The entity's snapshots that fall under the criteria, newest first. */
  List<SnapshotHead> heads(
      Connection connection, String persistenceId, SnapshotSelectionCriteria criteria)
      throws SQLException {
    List<SnapshotHead> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(heads)) {
      select.setString(1, persistenceId);
      select.setString(2, persistenceId);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          SnapshotHead head =
              new SnapshotHead(
                  row.getLong(1),
                  row.getLong(2),
                  row.getLong(3),
                  row.getInt(4),
                  row.getString(5),
                  row.getInt(6));
          if (isWithin(criteria, head)) {
            found.add(head);
          }
        }
      }
    }
    return found;
  }

  private static boolean isWithin(SnapshotSelectionCriteria criteria, SnapshotHead head) {
    return head.sequence() <= criteria.maxSequenceNr()
        && head.createdMillis() <= criteria.maxTimestamp()
        && head.sequence() >= criteria.minSequenceNr()
        && head.createdMillis() >= criteria.minTimestamp();
  }

  /**
   * The bytes of a snapshot. Reading them is an {@link IOException} when a part is missing or is
   * not what was written, and a {@link DatabaseAwayException} when the database is in trouble.
   */
  InputStream open(Connection connection, String persistenceId, SnapshotHead head) {
    return new PartedInput(
        number -> {
          try {
            if (number >= head.parts()) {
              return null;
            }
            return head.inOneRow()
                ? slice(connection, persistenceId, head, number)
                : part(connection, head, number);
          } catch (SQLException refused) {
            if (saysCorrupted(refused)) {
              throw new IOException("part " + number + ": " + refused.getMessage(), refused);
            }
            throw new DatabaseAwayException(refused);
          }
        });
  }

  /** Whether the database says that it cannot read what it has kept. */
  static boolean saysCorrupted(SQLException refused) {
    String state = refused.getSQLState();
    return state != null && state.startsWith(DATA_CORRUPTED);
  }

  private byte[] part(Connection connection, SnapshotHead head, int number)
      throws SQLException, IOException {
    try (PreparedStatement select = connection.prepareStatement(part)) {
      select.setLong(1, head.id());
      select.setInt(2, number);
      try (ResultSet row = select.executeQuery()) {
        byte[] bytes = require(row.next() ? row.getBytes(2) : null, number, head);
        long found = SnapshotHead.checksum(number, bytes, bytes.length);
        if (found != row.getLong(1)) {
          throw new IOException(
              "part %d of %d has the checksum %d, expected %d"
                  .formatted(number, head.parts(), found, row.getLong(1)));
        }
        return bytes;
      }
    }
  }

  private byte[] slice(Connection connection, String persistenceId, SnapshotHead head, int number)
      throws SQLException, IOException {
    try (PreparedStatement select = connection.prepareStatement(slice)) {
      select.setInt(1, Math.multiplyExact(number, SnapshotHead.PART_BYTES) + 1);
      select.setString(2, persistenceId);
      select.setLong(3, head.sequence());
      try (ResultSet row = select.executeQuery()) {
        return require(row.next() ? row.getBytes(1) : null, number, head);
      }
    }
  }

  private static byte[] require(byte @Nullable [] bytes, int number, SnapshotHead head)
      throws IOException {
    if (bytes == null) {
      throw new IOException("part %d of %d is missing".formatted(number, head.parts()));
    }
    return bytes;
  }
}
