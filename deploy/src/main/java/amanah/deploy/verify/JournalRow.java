package amanah.deploy.verify;

import java.sql.ResultSet;
import java.sql.SQLException;

/** One row of the journal. */
final class JournalRow {

  static final String COLUMNS =
      "persistence_id, sequence_number, deleted, writer, event_ser_id, event_ser_manifest,"
          + " event_payload";

  private final String stream;
  private final long sequence;
  private final boolean deleted;
  private final String writer;
  private final int serializer;
  private final String manifest;
  private final byte[] payload;

  /** Takes the row at which {@code row} stands. */
  JournalRow(ResultSet row) throws SQLException {
    this.stream = row.getString(1);
    this.sequence = row.getLong(2);
    this.deleted = row.getBoolean(3);
    this.writer = row.getString(4);
    this.serializer = row.getInt(5);
    this.manifest = row.getString(6);
    this.payload = row.getBytes(7);
  }

  /** The stream as the journal names it. */
  String stream() {
    return stream;
  }

  long sequence() {
    return sequence;
  }

  boolean deleted() {
    return deleted;
  }

  String writer() {
    return writer;
  }

  int serializer() {
    return serializer;
  }

  String manifest() {
    return manifest;
  }

  /** The event's bytes, shared: nobody writes to them. */
  byte[] payload() {
    return payload;
  }
}
