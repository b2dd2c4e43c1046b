package amanah.zakat.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Finds the event that was the last at a time. Times of the book never run backward and its numbers
 * have no hole, so some twenty looks are enough among a million events.
 */
final class BookTimes {

  private static final String LAST =
      "SELECT coalesce(max(sequence_number), 0) FROM zakat.event_journal WHERE persistence_id = ?";
  private static final String ONE = BookRows.SELECT + " AND sequence_number = ?";

  private final String persistenceId;
  private final BookRows rows;

  BookTimes(String persistenceId, BookRows rows) {
    this.persistenceId = persistenceId;
    this.rows = rows;
  }

  /** The number of the last event that is not after that time; 0 when there was none yet. */
  long lastUntil(Connection connection, Instant asOf) throws SQLException {
    long until = 0;
    long after = last(connection) + 1;
    try (PreparedStatement select = connection.prepareStatement(ONE)) {
      while (after - until > 1) {
        long middle = until + (after - until) / 2;
        if (at(select, middle).isAfter(asOf)) {
          after = middle;
        } else {
          until = middle;
        }
      }
    }
    return until;
  }

  private long last(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LAST)) {
      select.setString(1, persistenceId);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private Instant at(PreparedStatement select, long sequence) throws SQLException {
    select.setString(1, persistenceId);
    select.setLong(2, sequence);
    try (ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("event " + sequence + " of the book is missing");
      }
      return rows.event(row).at();
    }
  }
}
