package amanah.campaign.simulation;

import akka.persistence.SelectedSnapshot;
import akka.persistence.SnapshotMetadata;
import akka.persistence.SnapshotSelectionCriteria;
import akka.persistence.snapshot.japi.SnapshotStore;
import com.typesafe.config.Config;
import java.util.Optional;
import scala.concurrent.Future;
import scala.jdk.javaapi.FutureConverters;

/** A node's snapshot store; it only reads, for campaigns keep their snapshots beside Akka's way. */
final class SnapshotPlugin extends SnapshotStore {

  private final int node;

  /** Akka makes it, with its part of the settings. */
  SnapshotPlugin(Config config) {
    node = config.getInt("simulated-node");
  }

  @Override
  public Future<Optional<SelectedSnapshot>> doLoadAsync(
      String persistenceId, SnapshotSelectionCriteria criteria) {
    return FutureConverters.asScala(
        Simulation.current()
            .journal()
            .snapshot(node)
            .thenApply(
                kept ->
                    kept.map(
                        snapshot ->
                            SelectedSnapshot.create(
                                SnapshotMetadata.apply(persistenceId, snapshot.sequence(), 0),
                                snapshot))));
  }

  @Override
  public Future<Void> doSaveAsync(SnapshotMetadata metadata, Object snapshot) {
    throw new IllegalStateException("a ledger's snapshots go another way");
  }

  @Override
  public Future<Void> doDeleteAsync(SnapshotMetadata metadata) {
    throw new IllegalStateException("a ledger deletes no snapshots");
  }

  @Override
  public Future<Void> doDeleteAsync(String persistenceId, SnapshotSelectionCriteria criteria) {
    throw new IllegalStateException("a ledger deletes no snapshots");
  }
}
