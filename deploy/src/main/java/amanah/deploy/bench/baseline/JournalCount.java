package amanah.deploy.bench.baseline;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the journal's events of donations, each of which is one batch. */
public final class JournalCount {

  private static final Logger LOG = LoggerFactory.getLogger(JournalCount.class);
  private static final String SQL =
      "select count(*) from campaign.event_journal"
          + " where event_ser_manifest = 'donations-recorded.v1'";

  private JournalCount() {}

  /** How many there are, or nothing when the journal is not as expected. */
  public static OptionalLong batches(JdbcTarget target) {
    try (Connection connection = target.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SQL)) {
      row.next();
      return OptionalLong.of(row.getLong(1));
    } catch (SQLException otherwise) {
      LOG.debug("the journal cannot be counted", otherwise);
      return OptionalLong.empty();
    }
  }
}
