package amanah.campaign.journal;

import amanah.journal.JournalReader;
import amanah.journal.JournalSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The rows of the journal that may bear zakat: of one campaign after a place, of all campaigns that
 * have any, and of all that were written since a moment. All of a node's readers share one session,
 * which has nothing to do with those that write donations.
 */
public final class ZakatRows implements ZakatJournal, ZakatFeed, AutoCloseable {

  /** The most questions that wait; one more is refused, and asked again by who asked it. */
  public static final int WAITING_MAX = 1_000;

  private static final Duration ANSWER_MAX = Duration.ofSeconds(3);

  static final String MISSED =
      "SELECT sequence_number, event_ser_id, event_ser_manifest, event_payload"
          + " FROM campaign.event_journal"
          + " WHERE persistence_id = ? AND sequence_number > ? AND sequence_number <= ? AND "
          + ZakatMark.ROWS
          + " ORDER BY sequence_number LIMIT ?";

  /** From each campaign to the next, and never through the events of one. */
  static final String CAMPAIGNS =
      """
      WITH RECURSIVE campaign (persistence_id, number) AS (
        (SELECT persistence_id, 1 FROM campaign.event_journal
         WHERE %1$s AND persistence_id > ? ORDER BY persistence_id LIMIT 1)
        UNION ALL
        SELECT (SELECT persistence_id FROM campaign.event_journal
                WHERE %1$s AND persistence_id > campaign.persistence_id
                ORDER BY persistence_id LIMIT 1),
               number + 1
        FROM campaign WHERE persistence_id IS NOT NULL AND number < ?)
      SELECT persistence_id, newest.sequence_number, newest.adapter_manifest
      FROM campaign CROSS JOIN LATERAL (
        SELECT sequence_number, adapter_manifest FROM campaign.event_journal
        WHERE %1$s AND persistence_id = campaign.persistence_id
        ORDER BY sequence_number DESC LIMIT 1) AS newest
      WHERE persistence_id IS NOT NULL
      ORDER BY number
      """
          .formatted(ZakatMark.ROWS);

  /** What is below is over: committed, and seen by all who look from now on, or rolled back. */
  private static final String HORIZON = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text";

  static final String FEED =
      "SELECT xid::text, ordering, persistence_id, sequence_number, adapter_manifest"
          + " FROM campaign.event_journal"
          + " WHERE (xid, ordering) > (?::xid8, ?) AND xid < ?::xid8 AND "
          + ZakatMark.ROWS
          + " ORDER BY xid, ordering LIMIT ?";

  private final JournalReader reader;

  private ZakatRows(JournalReader reader) {
    this.reader = reader;
  }

  /** Opens them; the database need not be there yet. */
  public static ZakatRows open(JournalSettings journal) {
    return new ZakatRows(
        JournalReader.open(
            journal, "campaign-zakat", new JournalReader.Bounds(1, WAITING_MAX, ANSWER_MAX)));
  }

  @Override
  public CompletionStage<List<CampaignHistory.Entry>> missed(
      String persistenceId, long after, long upTo, int max) {
    return reader.read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(MISSED)) {
            select.setString(1, persistenceId);
            select.setLong(2, after);
            select.setLong(3, upTo);
            select.setInt(4, max);
            return EventRows.entries(select);
          }
        });
  }

  @Override
  public CompletionStage<List<CampaignHistory.Entry>> events(
      String persistenceId, Collection<Long> sequences) {
    return reader.read(connection -> EventRows.at(connection, persistenceId, sequences));
  }

  @Override
  public CompletionStage<String> horizon() {
    return reader.read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(HORIZON);
              ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
          }
        });
  }

  @Override
  public CompletionStage<List<Trace>> campaigns(String after, int max) {
    return reader.read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(CAMPAIGNS)) {
            select.setString(1, after);
            select.setInt(2, max);
            return traces(select);
          }
        });
  }

  private static List<Trace> traces(PreparedStatement select) throws SQLException {
    List<Trace> traces = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        traces.add(trace(row.getString(1), row.getLong(2), row.getString(3)));
      }
    }
    return traces;
  }

  private static Trace trace(String persistenceId, long sequence, String mark) {
    return new Trace(persistenceId, sequence, ZakatMark.ZAKAT.equals(mark));
  }

  @Override
  public CompletionStage<List<Step>> steps(Place after, String horizon, int max) {
    return reader.read(connection -> steps(connection, after, horizon, max));
  }

  private static List<Step> steps(Connection connection, Place after, String horizon, int max)
      throws SQLException {
    List<Step> steps = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(FEED)) {
      select.setString(1, after.xid());
      select.setLong(2, after.ordering());
      select.setString(3, horizon);
      select.setInt(4, max);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          steps.add(
              new Step(
                  new Place(row.getString(1), row.getLong(2)),
                  trace(row.getString(3), row.getLong(4), row.getString(5))));
        }
      }
    }
    return steps;
  }

  @Override
  public CompletionStage<List<String>> eligible(Collection<String> persistenceIds) {
    return reader.read(connection -> EventRows.eligible(connection, persistenceIds));
  }

  @Override
  public void close() {
    reader.close();
  }
}
