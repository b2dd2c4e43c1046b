package amanah.deploy.faults.books;

import amanah.campaign.journal.CampaignEventSerializer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/** Reads the whole journal, campaign by campaign, each in its order. */
public final class JournalRows {

  private static final int FETCH_ROWS = 500;
  private static final char SEPARATOR = '|';
  private static final String SQL =
      """
      SELECT persistence_id, sequence_number, writer, event_ser_manifest, event_payload
      FROM campaign.event_journal ORDER BY persistence_id, sequence_number
      """;

  private JournalRows() {}

  /** Gives each event to {@code reader}. */
  public static void read(Connection connection, Consumer<JournalEvent> reader)
      throws SQLException {
    CampaignEventSerializer formats = new CampaignEventSerializer();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH_ROWS);
      try (ResultSet rows = statement.executeQuery(SQL)) {
        while (rows.next()) {
          String id = rows.getString(1);
          reader.accept(
              new JournalEvent(
                  id.substring(id.indexOf(SEPARATOR) + 1),
                  rows.getLong(2),
                  rows.getString(3),
                  formats.fromBinary(rows.getBytes(5), rows.getString(4))));
        }
      }
    }
  }
}
