package amanah.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes snapshots beside the entities' work, into the tables from which {@link SnapshotStore}
 * reads them.
 *
 * <p>Akka's own way keeps an entity's answers back until its snapshot is written: some hundred
 * milliseconds for everybody who gave to a large campaign just then. A snapshot is only ever a
 * shorter way to a state that the events give as well, so nobody has to wait for it, and one that
 * is lost costs time and nothing else.
 *
 * <p>Its bytes are cut into parts as they come about, each a row and a transaction of its own: no
 * transaction is long, for readers of the feed wait until the oldest is over, and no array is as
 * long as a snapshot. Who reads does not see it before its head is told, last of all, how many
 * parts it has. What a writer left unfinished is removed by whoever finishes another an hour later.
 */
public final class SnapshotWriter implements AutoCloseable {

  /** The most snapshots that wait; one more is refused. */
  public static final int WAITING_MAX = 64;

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotWriter.class);

  private final HikariDataSource connections;
  private final SnapshotSerializer<?> serializer;
  private final int partBytes;
  private final SnapshotInserts inserts;
  private final ThreadPoolExecutor writer;

  private SnapshotWriter(
      HikariDataSource connections,
      JournalSchema schema,
      SnapshotSerializer<?> serializer,
      int partBytes) {
    this.connections = connections;
    this.serializer = serializer;
    this.partBytes = partBytes;
    this.inserts = new SnapshotInserts(schema.name());
    this.writer = JournalThreads.bounded(schema.name() + "-snapshots", 1, WAITING_MAX);
  }

  /**
   * Opens the writer; the database need not be there yet.
   *
   * @param serializer the one by which the store reads them
   */
  public static SnapshotWriter open(
      JournalSettings journal, JournalSchema schema, SnapshotSerializer<?> serializer) {
    return open(journal, schema, serializer, SnapshotHead.PART_BYTES);
  }

  static SnapshotWriter open(
      JournalSettings journal,
      JournalSchema schema,
      SnapshotSerializer<?> serializer,
      int partBytes) {
    return new SnapshotWriter(
        new HikariDataSource(journal.snapshotPool(schema.name() + "-snapshots", 1)),
        schema,
        serializer,
        partBytes);
  }

  /**
   * Done when the snapshot is kept; fails when it is not, with nothing lost but time.
   *
   * @param sequence the number of the last event in it
   */
  public CompletionStage<Void> write(String persistenceId, long sequence, Object snapshot) {
    try {
      return CompletableFuture.runAsync(() -> keep(persistenceId, sequence, snapshot), writer);
    } catch (RejectedExecutionException full) {
      return CompletableFuture.failedFuture(full);
    }
  }

  private void keep(String persistenceId, long sequence, Object snapshot) {
    try (Connection connection = connections.getConnection()) {
      long id =
          inserts.begin(
              connection,
              persistenceId,
              sequence,
              serializer.identifier(),
              serializer.manifest(snapshot));
      write(connection, id, snapshot);
      removeOlder(connection, persistenceId, id);
    } catch (SQLException | IOException refused) {
      throw new IllegalStateException("a snapshot was not kept: " + refused.getMessage(), refused);
    }
  }

  private void write(Connection connection, long id, Object snapshot)
      throws SQLException, IOException {
    PartedOutput parts =
        new PartedOutput(
            partBytes,
            (number, bytes, length) -> {
              try {
                inserts.part(connection, id, number, bytes, length);
              } catch (SQLException refused) {
                throw new IOException(refused.getMessage(), refused);
              }
            });
    serializer.write(snapshot, parts);
    inserts.finish(connection, id, parts.finish());
  }

  private void removeOlder(Connection connection, String persistenceId, long id) {
    try {
      inserts.removeOlder(connection, persistenceId, id);
      inserts.removeUnfinished(connection);
    } catch (SQLException refused) {
      LOG.warn(
          "older snapshots of {} were not removed, the next removes them: {}",
          persistenceId,
          refused.getMessage());
    }
  }

  @Override
  public void close() {
    writer.shutdown();
    connections.close();
  }
}
