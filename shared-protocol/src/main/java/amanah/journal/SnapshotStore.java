package amanah.journal;

import akka.actor.typed.javadsl.Adapter;
import akka.persistence.SelectedSnapshot;
import akka.persistence.SnapshotMetadata;
import akka.persistence.SnapshotSelectionCriteria;
import akka.serialization.Serialization;
import akka.serialization.SerializationExtension;
import com.typesafe.config.Config;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.concurrent.Future;
import scala.jdk.javaapi.FutureConverters;
import scala.jdk.javaapi.OptionConverters;

/**
 * Where entities find their snapshots when they recover. It only reads; {@link SnapshotWriter}
 * writes them, beside the entities' work.
 *
 * <p>A snapshot is a shorter way to a state that the events give as well. So one that cannot be
 * read (its format or its writer are unknown, a part is missing or is not what was written, it
 * contradicts itself) takes no entity away: the one before it is tried, and without any the events
 * are read from the first. Each is told with a warning and counted, see {@link
 * UnreadableSnapshots}. A database that is away says nothing about snapshots: then the recovery
 * fails, and is tried again, rather than read everything.
 *
 * <p>Bytes are read in parts, of which a session has one at a time, and nothing but the entity
 * itself is as large as a snapshot. All of it happens on threads of the store's own, one to a
 * session; the entities' threads wait for nothing.
 */
public final class SnapshotStore extends akka.persistence.snapshot.japi.SnapshotStore {

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);
  private static final String BINARY_ALWAYS = "-1";

  private final Serialization serialization;
  private final UnreadableSnapshots unreadable;
  private final SnapshotRows rows;
  private final HikariDataSource connections;
  private final ThreadPoolExecutor readers;

  /** Made by Akka, with the plugin's part of the settings. */
  public SnapshotStore(Config plugin) {
    String schema = plugin.getString("schema");
    int sessions = plugin.getInt("sessions");
    this.serialization = SerializationExtension.get(context().system());
    this.unreadable = UnreadableSnapshots.of(Adapter.toTyped(context().system()));
    this.rows = new SnapshotRows(schema);
    this.connections = connections(schema, sessions);
    this.readers =
        JournalThreads.bounded(schema + "-snapshot-reader", sessions, plugin.getInt("waiting-max"));
  }

  private HikariDataSource connections(String schema, int sessions) {
    HikariConfig pool =
        JournalSettings.of(context().system().settings().config())
            .snapshotPool(schema + "-snapshot-store", sessions);
    // All parts of a snapshot are of one moment, and as bytes, not as text of twice their length.
    pool.setAutoCommit(false);
    // Else a look whether an idle session lives leaves it in a transaction, and the database ends
    // it.
    pool.setIsolateInternalQueries(true);
    pool.setReadOnly(true);
    pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    pool.addDataSourceProperty("prepareThreshold", BINARY_ALWAYS);
    return new HikariDataSource(pool);
  }

  @Override
  public Future<Optional<SelectedSnapshot>> doLoadAsync(
      String persistenceId, SnapshotSelectionCriteria criteria) {
    try {
      return FutureConverters.asScala(
          CompletableFuture.supplyAsync(() -> load(persistenceId, criteria), readers));
    } catch (RejectedExecutionException full) {
      return FutureConverters.asScala(CompletableFuture.failedFuture(full));
    }
  }

  private Optional<SelectedSnapshot> load(
      String persistenceId, SnapshotSelectionCriteria criteria) {
    try (Connection connection = connections.getConnection()) {
      for (SnapshotHead head : heads(connection, persistenceId, criteria)) {
        Optional<Object> state = read(connection, persistenceId, head);
        if (state.isPresent()) {
          SnapshotMetadata metadata =
              SnapshotMetadata.apply(persistenceId, head.sequence(), head.createdMillis());
          return Optional.of(SelectedSnapshot.create(metadata, state.get()));
        }
      }
      return Optional.empty();
    } catch (SQLException away) {
      throw new DatabaseAwayException(away);
    }
  }

  private List<SnapshotHead> heads(
      Connection connection, String persistenceId, SnapshotSelectionCriteria criteria)
      throws SQLException {
    try {
      return rows.heads(connection, persistenceId, criteria);
    } catch (SQLException refused) {
      if (!SnapshotRows.saysCorrupted(refused)) {
        throw refused;
      }
      told(persistenceId, "any number", String.valueOf(refused.getMessage()));
      return List.of();
    }
  }

  /** What the entity is given, or empty when the snapshot cannot be read. */
  private Optional<Object> read(Connection connection, String persistenceId, SnapshotHead head)
      throws SQLException {
    try {
      return Optional.of(
          serializer(head)
              .load(rows.open(connection, persistenceId, head), head.manifest(), head.sequence()));
    } catch (DatabaseAwayException away) {
      throw away;
    } catch (UnreadableEventException refused) {
      told(persistenceId, "event " + head.sequence(), reason(refused));
    } catch (RuntimeException contradiction) {
      // Not its message, which may name a donor.
      told(
          persistenceId,
          "event " + head.sequence(),
          "it contradicts itself (" + contradiction.getClass().getSimpleName() + ")");
    }
    connection.rollback();
    return Optional.empty();
  }

  private SnapshotSerializer<?> serializer(SnapshotHead head) {
    return OptionConverters.toJava(serialization.serializerByIdentity().get(head.serializer()))
        .filter(SnapshotSerializer.class::isInstance)
        .map(known -> (SnapshotSerializer<?>) known)
        .orElseThrow(
            () ->
                new UnreadableEventException(
                    head.manifest(), "written by the unknown serializer " + head.serializer()));
  }

  private static String reason(UnreadableEventException refused) {
    Throwable cause = refused.getCause();
    String message = String.valueOf(refused.getMessage());
    return cause == null ? message : message + " (" + cause.getMessage() + ")";
  }

  private void told(String persistenceId, String after, String reason) {
    LOG.warn(
        "the snapshot of {} after {} cannot be read, number {} since this node was started; an"
            + " older one is used, or all events are read: {}",
        persistenceId,
        after,
        unreadable.counted(),
        reason);
  }

  @Override
  public Future<Void> doSaveAsync(SnapshotMetadata metadata, Object snapshot) {
    throw new UnsupportedOperationException("snapshots are written by SnapshotWriter");
  }

  @Override
  public Future<Void> doDeleteAsync(SnapshotMetadata metadata) {
    throw new UnsupportedOperationException("older snapshots are removed by SnapshotWriter");
  }

  @Override
  public Future<Void> doDeleteAsync(String persistenceId, SnapshotSelectionCriteria criteria) {
    throw new UnsupportedOperationException("older snapshots are removed by SnapshotWriter");
  }

  @Override
  public void postStop() {
    readers.shutdown();
    connections.close();
  }
}
