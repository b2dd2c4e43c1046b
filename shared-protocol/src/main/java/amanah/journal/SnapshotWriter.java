package amanah.journal;

import akka.serialization.SerializerWithStringManifest;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Writes snapshots beside the entities' work, into the table from which the plugin reads them.
 *
 * <p>Akka's own way keeps an entity's answers back until its snapshot is written: some hundred
 * milliseconds for everybody who gave to a large campaign just then. A snapshot is only ever a
 * shorter way to a state that the events give as well, so nobody has to wait for it, and one that
 * is lost costs time and nothing else.
 */
public final class SnapshotWriter implements AutoCloseable {

  /** The most snapshots that wait; one more is refused. */
  public static final int WAITING_MAX = 64;

  private static final int SOCKET_TIMEOUT_SECONDS = 40;
  private static final String OPTIONS =
      "-c lock_timeout=1s -c idle_in_transaction_session_timeout=10s -c statement_timeout=30s";

  private final HikariDataSource connections;
  private final String insert;
  private final SerializerWithStringManifest serializer;
  private final ThreadPoolExecutor writer;

  private SnapshotWriter(
      HikariDataSource connections, JournalSchema schema, SerializerWithStringManifest serializer) {
    this.connections = connections;
    this.insert = insert(schema);
    this.serializer = serializer;
    this.writer =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            Thread.ofPlatform().daemon().name(schema.name() + "-snapshots").factory());
  }

  /**
   * Opens the writer; the database need not be there yet.
   *
   * @param serializer the one by which the plugin reads them
   */
  public static SnapshotWriter open(
      JournalSettings journal, JournalSchema schema, SerializerWithStringManifest serializer) {
    HikariConfig pool = journal.pool(schema.name() + "-snapshots", 1);
    pool.addDataSourceProperty("ApplicationName", journal.session() + " snapshots");
    pool.addDataSourceProperty("options", OPTIONS);
    pool.addDataSourceProperty("socketTimeout", String.valueOf(SOCKET_TIMEOUT_SECONDS));
    return new SnapshotWriter(new HikariDataSource(pool), schema, serializer);
  }

  /**
   * Done when the snapshot is kept; fails when it is not, with nothing lost but time.
   *
   * @param sequence the number of the last event in it
   */
  public CompletionStage<Void> write(String persistenceId, long sequence, Object snapshot) {
    try {
      return CompletableFuture.runAsync(() -> insert(persistenceId, sequence, snapshot), writer);
    } catch (RejectedExecutionException full) {
      return CompletableFuture.failedFuture(full);
    }
  }

  private static String insert(JournalSchema schema) {
    return """
        INSERT INTO %s.snapshot (persistence_id, sequence_number, created,
          snapshot_ser_id, snapshot_ser_manifest, snapshot_payload) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (persistence_id, sequence_number)
        DO UPDATE SET created = EXCLUDED.created, snapshot_payload = EXCLUDED.snapshot_payload
        """
        .formatted(schema.name());
  }

  private void insert(String persistenceId, long sequence, Object snapshot) {
    try (Connection connection = connections.getConnection();
        PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setString(1, persistenceId);
      statement.setLong(2, sequence);
      statement.setLong(3, System.currentTimeMillis());
      statement.setInt(4, serializer.identifier());
      statement.setString(5, serializer.manifest(snapshot));
      statement.setBytes(6, serializer.toBinary(snapshot));
      statement.executeUpdate();
    } catch (SQLException refused) {
      throw new IllegalStateException("a snapshot was not kept: " + refused.getMessage(), refused);
    }
  }

  @Override
  public void close() {
    writer.shutdown();
    connections.close();
  }
}
