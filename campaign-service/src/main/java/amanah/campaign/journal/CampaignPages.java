package amanah.campaign.journal;

import amanah.campaign.domain.CampaignEvent;
import amanah.journal.JournalReader;
import amanah.journal.JournalSettings;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Reads what is committed of campaigns, page by page, for those who listen. It has two connections
 * and threads of its own, so that a crowd of listeners who catch up makes neither writers nor
 * callers wait.
 */
public final class CampaignPages implements AutoCloseable {

  /** The most reads that wait; one more is refused. */
  public static final int WAITING_MAX = 10_000;

  private static final int READERS = 2;

  /** A listener tries again after it. */
  private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

  /** The first event is always read; after it, none whose predecessors take that many bytes. */
  private static final String PAGE =
      "SELECT sequence_number, event_ser_id, event_ser_manifest, event_payload FROM ("
          + "SELECT sequence_number, event_ser_id, event_ser_manifest, event_payload,"
          + " sum(octet_length(event_payload)) OVER (ORDER BY sequence_number)"
          + " - octet_length(event_payload) AS bytes_before FROM ("
          + "SELECT sequence_number, event_ser_id, event_ser_manifest, event_payload"
          + " FROM campaign.event_journal"
          + " WHERE persistence_id = ? AND sequence_number > ?"
          + " ORDER BY sequence_number LIMIT ?) AS next) AS page"
          + " WHERE bytes_before < ? ORDER BY sequence_number";

  /** One step down the primary key for each. */
  private static final String NEWEST =
      "SELECT id, (SELECT max(sequence_number) FROM campaign.event_journal"
          + " WHERE persistence_id = id) AS newest FROM unnest(?) AS id";

  private final JournalReader reader;
  private final CampaignEventSerializer serializer = new CampaignEventSerializer();

  /**
   * One event and its place.
   *
   * @param sequence the campaign's sequence number
   * @param bytes what it takes in the journal
   */
  public record Entry(long sequence, CampaignEvent event, int bytes) {}

  private CampaignPages(JournalReader reader) {
    this.reader = reader;
  }

  /** Opens the pages; the database need not be there yet. */
  public static CampaignPages open(JournalSettings journal) {
    return open(journal, ANSWER_MAX);
  }

  /** The same with another time for an answer. */
  static CampaignPages open(JournalSettings journal, Duration answerMax) {
    return new CampaignPages(
        JournalReader.open(
            journal, "campaign-pages", new JournalReader.Bounds(READERS, WAITING_MAX, answerMax)));
  }

  /**
   * The events after a number, in order: none when there is none yet, else at least one. Fails as
   * {@link JournalReader#read} does.
   *
   * @param bytesMax bytes after which no further event follows
   */
  public CompletionStage<List<Entry>> after(
      String persistenceId, long sequence, int eventsMax, int bytesMax) {
    return reader.read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setString(1, persistenceId);
            select.setLong(2, sequence);
            select.setInt(3, eventsMax);
            select.setInt(4, bytesMax);
            return entries(select);
          }
        });
  }

  /** The number of the last event of each that has one. Fails as {@link #after} does. */
  public CompletionStage<Map<String, Long>> newest(Collection<String> persistenceIds) {
    String[] ids = persistenceIds.toArray(String[]::new);
    return reader.read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(NEWEST)) {
            select.setArray(1, connection.createArrayOf("text", ids));
            return newest(select);
          }
        });
  }

  @Override
  public void close() {
    reader.close();
  }

  private List<Entry> entries(PreparedStatement select) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        byte[] payload = row.getBytes("event_payload");
        entries.add(new Entry(row.getLong("sequence_number"), event(row, payload), payload.length));
      }
    }
    return entries;
  }

  private CampaignEvent event(ResultSet row, byte[] payload) throws SQLException {
    return serializer.fromRow(
        row.getInt("event_ser_id"), row.getString("event_ser_manifest"), payload);
  }

  private static Map<String, Long> newest(PreparedStatement select) throws SQLException {
    Map<String, Long> newest = new HashMap<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        long sequence = row.getLong("newest");
        if (!row.wasNull()) {
          newest.put(row.getString("id"), sequence);
        }
      }
    }
    return newest;
  }
}
