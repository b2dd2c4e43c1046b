package amanah.deploy.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Reads the snapshots of all campaigns: of those in one row the totals that stand before their
 * records; of those in parts the same, and of each part whether it is what was written. A part at a
 * time is in memory, and the totals of all.
 */
final class SnapshotReading {

  private static final int PARTS_FETCHED = 4;

  private static final String IN_ONE_ROW =
      "SELECT persistence_id, sequence_number, snapshot_ser_id, snapshot_ser_manifest,"
          + " substring(snapshot_payload FROM 1 FOR "
          + SnapshotHead.BYTES_MAX
          + ") FROM campaign.snapshot";

  /** One that is not finished is not there. */
  private static final String IN_PARTS =
      "SELECT persistence_id, sequence_number, serializer, manifest, snapshot_id, parts, number,"
          + " checksum, payload FROM campaign.snapshot_head"
          + " LEFT JOIN campaign.snapshot_part USING (snapshot_id)"
          + " WHERE parts IS NOT NULL ORDER BY snapshot_id, number";

  private static final int NUMBER_BYTES = Integer.BYTES;

  private final Map<String, List<SnapshotHead>> snapshots = new HashMap<>();

  private SnapshotReading() {}

  /** The snapshots of each stream, within the transaction that the connection is in. */
  static Map<String, List<SnapshotHead>> read(Connection connection) throws SQLException {
    SnapshotReading reading = new SnapshotReading();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(PARTS_FETCHED);
      reading.takeWhole(statement);
      reading.takeParts(statement);
    }
    return reading.snapshots;
  }

  private void takeWhole(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(IN_ONE_ROW)) {
      while (row.next()) {
        add(
            row.getString(1),
            SnapshotHead.of(row.getLong(2), row.getInt(3), row.getString(4), row.getBytes(5)));
      }
    }
  }

  private void takeParts(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(IN_PARTS)) {
      boolean more = row.next();
      while (more) {
        more = takeOne(row);
      }
    }
  }

  /** Takes the snapshot at whose first part the rows stand; whether another follows. */
  private boolean takeOne(ResultSet row) throws SQLException {
    long id = row.getLong(5);
    String stream = row.getString(1);
    int parts = row.getInt(6);
    SnapshotHead head = head(row);
    boolean more = true;
    for (int number = 0; more && row.getLong(5) == id; number++) {
      head = head.flawed(flaw(row, number, parts));
      more = row.next();
      boolean last = !more || row.getLong(5) != id;
      if (last && number + 1 < parts) {
        head = head.flawed("found %d parts, expected %d".formatted(number + 1, parts));
      }
    }
    add(stream, head);
    return more;
  }

  private static SnapshotHead head(ResultSet row) throws SQLException {
    byte[] payload = row.getBytes(9);
    return SnapshotHead.of(
        row.getLong(2),
        row.getInt(3),
        row.getString(4),
        payload == null
            ? new byte[0]
            : Arrays.copyOf(payload, Math.min(payload.length, SnapshotHead.BYTES_MAX)));
  }

  private static String flaw(ResultSet row, int number, int parts) throws SQLException {
    byte[] payload = row.getBytes(9);
    if (payload == null || row.getInt(7) != number || number >= parts) {
      return "found no part %d of %d after part %d".formatted(number, parts, number - 1);
    }
    long found = checksum(number, payload);
    return found == row.getLong(8)
        ? ""
        : "found part %d with the checksum %d, expected %d"
            .formatted(number, found, row.getLong(8));
  }

  /** CRC-32C of the number, highest byte first, and the bytes. */
  private static long checksum(int number, byte[] payload) {
    CRC32C checksum = new CRC32C();
    for (int shift = (NUMBER_BYTES - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      checksum.update(number >>> shift);
    }
    checksum.update(payload, 0, payload.length);
    return checksum.getValue();
  }

  private void add(String stream, SnapshotHead head) {
    snapshots.computeIfAbsent(stream, name -> new ArrayList<>(2)).add(head);
  }
}
