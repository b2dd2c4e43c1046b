package amanah.campaign.journal;

import amanah.campaign.domain.CampaignEvent;
import amanah.journal.JournalSettings;
import amanah.journal.UnreadableEventException;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Reads single events of a campaign from the journal, for answers that the campaign's state is too
 * small to give. It has two connections and threads of its own, so that it neither waits for
 * writers nor makes them wait.
 */
public final class CampaignHistory implements AutoCloseable {

  /** The most events of one request. */
  public static final int SEQUENCES_MAX = 1_000;

  /** The most requests that wait; one more is refused. */
  public static final int WAITING_MAX = 1_000;

  private static final int READERS = 2;
  private static final long ANSWER_SECONDS_MAX = 3;
  private static final String SELECT =
      "SELECT sequence_number, event_ser_id, event_ser_manifest, event_payload"
          + " FROM campaign.event_journal"
          + " WHERE persistence_id = ? AND sequence_number = ANY (?)"
          + " ORDER BY sequence_number";

  private final HikariDataSource connections;
  private final ThreadPoolExecutor readers;
  private final CampaignEventSerializer serializer = new CampaignEventSerializer();

  /**
   * One event and its place.
   *
   * @param sequence the campaign's sequence number
   */
  public record Entry(long sequence, CampaignEvent event) {}

  private CampaignHistory(HikariDataSource connections) {
    this.connections = connections;
    this.readers =
        new ThreadPoolExecutor(
            READERS,
            READERS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            Thread.ofPlatform().daemon().name("campaign-history-", 1).factory());
  }

  /** Opens the history; the database need not be there yet. */
  public static CampaignHistory open(JournalSettings journal) {
    HikariConfig pool = journal.pool("campaign-history", READERS);
    pool.setReadOnly(true);
    return new CampaignHistory(new HikariDataSource(pool));
  }

  /**
   * The events at these places, in their order, each once.
   *
   * <p>Completes within three seconds: with {@link java.util.concurrent.TimeoutException} when the
   * journal is slow, with {@link RejectedExecutionException} when too many requests wait, and with
   * {@link IllegalStateException} when the journal has no event at one of the places.
   */
  public CompletionStage<List<Entry>> events(String persistenceId, Collection<Long> sequences) {
    Set<Long> places = new TreeSet<>(sequences);
    if (places.size() > SEQUENCES_MAX) {
      throw new IllegalArgumentException(
          places.size() + " events were asked for, expected at most " + SEQUENCES_MAX);
    }
    CompletableFuture<List<Entry>> answer = new CompletableFuture<>();
    try {
      readers.execute(() -> complete(answer, persistenceId, places));
    } catch (RejectedExecutionException full) {
      answer.completeExceptionally(full);
    }
    return answer.orTimeout(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    readers.shutdown();
    connections.close();
  }

  private void complete(
      CompletableFuture<List<Entry>> answer, String persistenceId, Set<Long> places) {
    if (answer.isDone()) {
      return;
    }
    try {
      answer.complete(read(persistenceId, places));
    } catch (SQLException | RuntimeException failure) {
      answer.completeExceptionally(failure);
    }
  }

  private List<Entry> read(String persistenceId, Set<Long> places) throws SQLException {
    List<Entry> entries = new ArrayList<>(places.size());
    try (Connection connection = connections.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setString(1, persistenceId);
      select.setArray(2, connection.createArrayOf("bigint", places.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          entries.add(entry(row));
        }
      }
    }
    if (entries.size() != places.size()) {
      throw new IllegalStateException(
          persistenceId + " has " + entries.size() + " of the events at " + places);
    }
    return entries;
  }

  private Entry entry(ResultSet row) throws SQLException {
    int serializerId = row.getInt("event_ser_id");
    String manifest = row.getString("event_ser_manifest");
    if (serializerId != serializer.identifier()) {
      throw new UnreadableEventException(manifest, "written by serializer " + serializerId);
    }
    return new Entry(
        row.getLong("sequence_number"),
        serializer.fromBinary(row.getBytes("event_payload"), manifest));
  }
}
