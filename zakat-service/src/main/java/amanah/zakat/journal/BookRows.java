package amanah.zakat.journal;

import amanah.zakat.domain.book.BookEvent;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of the book's journal, and the events that they hold. */
final class BookRows {

  /** All that an event takes, of one persistence id. */
  static final String SELECT =
      "SELECT sequence_number, event_ser_id, event_ser_manifest, event_payload"
          + " FROM zakat.event_journal WHERE persistence_id = ?";

  private final BookEventSerializer serializer = new BookEventSerializer();

  static long sequence(ResultSet row) throws SQLException {
    return row.getLong("sequence_number");
  }

  BookEvent event(ResultSet row) throws SQLException {
    return serializer.fromRow(
        row.getInt("event_ser_id"),
        row.getString("event_ser_manifest"),
        row.getBytes("event_payload"));
  }
}
