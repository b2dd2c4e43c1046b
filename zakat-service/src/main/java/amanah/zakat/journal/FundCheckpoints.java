package amanah.zakat.journal;

import amanah.zakat.domain.fund.Fund;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fund as it was after some events of the book, so that its past is read from the nearest of
 * them and not from the first event. All of it is derived: what is lost is written again by the
 * next long reading.
 */
final class FundCheckpoints {

  private static final Logger LOG = LoggerFactory.getLogger(FundCheckpoints.class);
  private static final Instant REPRESENTABLE_MAX = Instant.ofEpochMilli(Long.MAX_VALUE);
  private static final String NEAREST =
      "SELECT sequence_number, reached, fund FROM zakat.fund_checkpoint"
          + " WHERE persistence_id = ? AND reached <= ?"
          + " ORDER BY sequence_number DESC LIMIT 1";
  private static final String KEEP =
      "INSERT INTO zakat.fund_checkpoint (persistence_id, sequence_number, reached, fund)"
          + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";

  private final String persistenceId;

  /**
   * The fund after an event.
   *
   * @param reachedMillis no event up to it is later than that
   */
  record Checkpoint(long sequence, long reachedMillis, Fund fund) {

    /** Before the first event. */
    static final Checkpoint START = new Checkpoint(0, Long.MIN_VALUE, Fund.EMPTY);

    /** Rounded up: a checkpoint must never be taken for an earlier one than it is. */
    static long reachedMillis(Instant at) {
      return at.plusNanos(999_999).toEpochMilli();
    }
  }

  FundCheckpoints(String persistenceId) {
    this.persistenceId = persistenceId;
  }

  /** The last one that holds no event after that time. */
  Checkpoint nearest(Connection connection, Instant asOf) throws SQLException {
    Instant representable = asOf.isAfter(REPRESENTABLE_MAX) ? REPRESENTABLE_MAX : asOf;
    try (PreparedStatement select = connection.prepareStatement(NEAREST)) {
      select.setString(1, persistenceId);
      select.setLong(2, representable.toEpochMilli());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new Checkpoint(
                row.getLong("sequence_number"),
                row.getLong("reached"),
                FundCheckpointFormat.fromBytes(row.getBytes("fund")))
            : Checkpoint.START;
      }
    }
  }

  /** Keeps these for those who read later; they can do without. */
  void keep(Connection connection, List<Checkpoint> checkpoints) {
    if (checkpoints.isEmpty()) {
      return;
    }
    try {
      connection.rollback();
      connection.setReadOnly(false);
      insert(connection, checkpoints);
      connection.commit();
    } catch (SQLException unkept) {
      LOG.warn("the fund's past is read anew next time: {}", unkept.getMessage());
    }
  }

  private void insert(Connection connection, List<Checkpoint> checkpoints) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
      for (Checkpoint checkpoint : checkpoints) {
        insert.setString(1, persistenceId);
        insert.setLong(2, checkpoint.sequence());
        insert.setLong(3, checkpoint.reachedMillis());
        insert.setBytes(4, FundCheckpointFormat.toBytes(checkpoint.fund()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
