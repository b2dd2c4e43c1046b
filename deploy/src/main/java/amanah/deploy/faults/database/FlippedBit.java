package amanah.deploy.faults.database;

import amanah.campaign.ledger.CampaignLedger;
import amanah.deploy.client.Time;
import amanah.deploy.terminal.Silence;
import amanah.deploy.verify.Verification;
import amanah.id.CampaignId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;

/**
 * One bit of what the database keeps of a campaign that is not what was written, past all rights
 * and triggers, as a disk would do it; until this is closed.
 */
public final class FlippedBit implements AutoCloseable {

  private static final int BITS = 8;

  private final StruckDatabase database;
  private final Table table;
  private final Object first;
  private final long second;
  private final long bit;

  /** Where something of a campaign is kept, by two keys. */
  private enum Table {
    EVENT(
        "campaign.event_journal",
        "event_payload",
        "persistence_id",
        "sequence_number",
        "persistence_id = ? AND event_ser_manifest LIKE 'donations-recorded%'"),
    SNAPSHOT(
        "campaign.snapshot",
        "snapshot_payload",
        "persistence_id",
        "sequence_number",
        "persistence_id = ?"),
    SNAPSHOT_PART(
        "campaign.snapshot_part",
        "payload",
        "snapshot_id",
        "number",
        "snapshot_id = (SELECT max(snapshot_id) FROM campaign.snapshot_head"
            + " WHERE persistence_id = ? AND parts IS NOT NULL)");

    private final String name;
    private final String payload;
    private final String first;
    private final String second;
    private final String ofCampaign;

    Table(String name, String payload, String first, String second, String ofCampaign) {
      this.name = name;
      this.payload = payload;
      this.first = first;
      this.second = second;
      this.ofCampaign = ofCampaign;
    }

    /** The newest row of a campaign: the bytes of its payload, and its keys. */
    String newest() {
      return "SELECT octet_length(%s), %s, %s FROM %s WHERE %s ORDER BY %s DESC LIMIT 1"
          .formatted(payload, first, second, name, ofCampaign, second);
    }

    String flip() {
      return "UPDATE %s SET %s = set_bit(%s, ?, 1 - get_bit(%s, ?)) WHERE %s = ? AND %s = ?"
          .formatted(name, payload, payload, payload, first, second);
    }
  }

  private FlippedBit(StruckDatabase database, Table table, Object first, long second, long bit) {
    this.database = database;
    this.table = table;
    this.first = first;
    this.second = second;
    this.bit = bit;
  }

  /** In the newest event of the campaign that is of donations. */
  public static FlippedBit inEvent(
      StruckDatabase database, String campaignId, RandomGenerator chance) throws SQLException {
    return of(database, Table.EVENT, campaignId, chance);
  }

  /** In the newest snapshot of the campaign. */
  public static FlippedBit inSnapshot(
      StruckDatabase database, String campaignId, RandomGenerator chance) throws SQLException {
    return of(database, snapshots(database), campaignId, chance);
  }

  /** Whether the campaign has a snapshot. */
  public static boolean hasSnapshot(StruckDatabase database, String campaignId)
      throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(snapshots(database).newest())) {
      statement.setString(1, persistenceId(campaignId));
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  /** How many findings an audit of the whole journal has, with the bit as it is. */
  public int audited() throws SQLException, InterruptedException {
    try (Connection connection = database.connect()) {
      return new Verification(connection, Time.until(new CountDownLatch(1)), new Silence())
          .journal()
          .findings()
          .kept()
          .size();
    }
  }

  /** Flips it back. */
  @Override
  public void close() throws SQLException {
    flip();
  }

  private static FlippedBit of(
      StruckDatabase database, Table table, String campaignId, RandomGenerator chance)
      throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(table.newest())) {
      statement.setString(1, persistenceId(campaignId));
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("nothing is kept of campaign " + campaignId + " to flip a bit in");
        }
        long bit = chance.nextLong(row.getLong(1) * BITS);
        FlippedBit flipped = new FlippedBit(database, table, row.getObject(2), row.getLong(3), bit);
        flipped.flip();
        return flipped;
      }
    }
  }

  private void flip() throws SQLException {
    try (Connection connection = database.connect();
        Statement session = connection.createStatement();
        PreparedStatement statement = connection.prepareStatement(table.flip())) {
      // No trigger of the tables' own stands in the way of a disk.
      session.execute("SET session_replication_role = replica");
      statement.setLong(1, bit);
      statement.setLong(2, bit);
      statement.setObject(3, first);
      statement.setLong(4, second);
      statement.executeUpdate();
    }
  }

  /** In parts, where the service keeps them so. */
  private static Table snapshots(StruckDatabase database) throws SQLException {
    return SnapshotHold.inParts(database) ? Table.SNAPSHOT_PART : Table.SNAPSHOT;
  }

  private static String persistenceId(String campaignId) {
    return CampaignLedger.persistenceId(CampaignId.of(campaignId)).id();
  }
}
