package amanah.campaign.journal;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.journal.CampaignHistory.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Rows of the journal as the events that they hold. */
final class EventRows {

  private static final CampaignEventSerializer SERIALIZER = new CampaignEventSerializer();

  private static final String AT =
      "SELECT sequence_number, event_ser_id, event_ser_manifest, event_payload"
          + " FROM campaign.event_journal"
          + " WHERE persistence_id = ? AND sequence_number = ANY (?)"
          + " ORDER BY sequence_number";

  private static final String FIRST =
      "SELECT persistence_id, event_ser_id, event_ser_manifest, event_payload"
          + " FROM campaign.event_journal"
          + " WHERE persistence_id = ANY (?) AND sequence_number = 1";

  private EventRows() {}

  /**
   * The events of a campaign at these places, in their order, each once.
   *
   * @throws IllegalStateException if the journal does not have all of them
   */
  static List<Entry> at(Connection connection, String persistenceId, Collection<Long> sequences)
      throws SQLException {
    Set<Long> places = new TreeSet<>(sequences);
    try (PreparedStatement select = connection.prepareStatement(AT)) {
      select.setString(1, persistenceId);
      select.setArray(2, connection.createArrayOf("bigint", places.toArray()));
      List<Entry> entries = entries(select);
      if (entries.size() != places.size()) {
        throw new IllegalStateException(
            persistenceId + " has " + entries.size() + " of the events at " + places);
      }
      return entries;
    }
  }

  /** The events that a statement selects together with their sequence numbers. */
  static List<Entry> entries(PreparedStatement select) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        entries.add(new Entry(row.getLong("sequence_number"), event(row)));
      }
    }
    return entries;
  }

  /** Those of these campaigns that were opened to take zakat. */
  static List<String> eligible(Connection connection, Collection<String> persistenceIds)
      throws SQLException {
    List<String> eligible = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(FIRST)) {
      select.setArray(1, connection.createArrayOf("varchar", persistenceIds.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (event(row) instanceof CampaignEvent.CampaignOpened opened
              && opened.terms().zakatEligible()) {
            eligible.add(row.getString("persistence_id"));
          }
        }
      }
    }
    return eligible;
  }

  private static CampaignEvent event(ResultSet row) throws SQLException {
    return SERIALIZER.fromRow(
        row.getInt("event_ser_id"),
        row.getString("event_ser_manifest"),
        row.getBytes("event_payload"));
  }
}
