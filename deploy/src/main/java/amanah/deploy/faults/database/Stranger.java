package amanah.deploy.faults.database;

import amanah.campaign.ledger.CampaignLedger;
import amanah.id.CampaignId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A stranger's transaction that holds a key of the journal which a campaign will soon need. */
public final class Stranger implements AutoCloseable {

  /** So far ahead that the campaign has not written it by the time the stranger has. */
  private static final int AHEAD = 5;

  private static final String HOLD =
      """
      INSERT INTO campaign.event_journal
        (persistence_id, sequence_number, writer, event_ser_id, event_ser_manifest, event_payload)
      SELECT ?, coalesce(max(sequence_number), 0) + ?, 'stranger', 0, '', ''
      FROM campaign.event_journal WHERE persistence_id = ?
      """;

  private final Connection connection;

  private Stranger(Connection connection) {
    this.connection = connection;
  }

  /** Holds it from now on. */
  public static Stranger holding(StruckDatabase database, String campaignId) throws SQLException {
    Connection connection = database.connect();
    connection.setAutoCommit(false);
    String persistenceId = CampaignLedger.persistenceId(CampaignId.of(campaignId)).id();
    try (PreparedStatement statement = connection.prepareStatement(HOLD)) {
      statement.setString(1, persistenceId);
      statement.setInt(2, AHEAD);
      statement.setString(3, persistenceId);
      statement.executeUpdate();
      return new Stranger(connection);
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
  }

  /** Lets go: nothing of it is ever committed. */
  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
    }
  }
}
