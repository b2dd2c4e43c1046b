package amanah.campaign.simulation;

import akka.persistence.AtomicWrite;
import akka.persistence.PersistentRepr;
import akka.persistence.journal.japi.AsyncWriteJournal;
import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import scala.concurrent.Future;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.FutureConverters;

/** A node's journal plugin; what it is asked goes to the simulated journal of the present run. */
final class JournalPlugin extends AsyncWriteJournal {

  private final int node;

  /** Akka makes it, with its part of the settings. */
  JournalPlugin(Config config) {
    node = config.getInt("simulated-node");
  }

  @Override
  public Future<Iterable<Optional<Exception>>> doAsyncWriteMessages(Iterable<AtomicWrite> writes) {
    List<PersistentRepr> rows = new ArrayList<>();
    List<Optional<Exception>> written = new ArrayList<>();
    for (AtomicWrite write : writes) {
      rows.addAll(CollectionConverters.asJava(write.payload()));
      written.add(Optional.empty());
    }
    return FutureConverters.asScala(
        journal().write(node, rows).<Iterable<Optional<Exception>>>thenApply(done -> written));
  }

  @Override
  public Future<Void> doAsyncDeleteMessagesTo(String persistenceId, long toSequence) {
    throw new IllegalStateException("a campaign's events are never deleted");
  }

  @Override
  public Future<Void> doAsyncReplayMessages(
      String persistenceId, long from, long to, long most, Consumer<PersistentRepr> replay) {
    return FutureConverters.asScala(journal().replay(node, from, to, replay));
  }

  @Override
  public Future<Long> doAsyncReadHighestSequenceNr(String persistenceId, long from) {
    return FutureConverters.asScala(journal().highest(node));
  }

  private static SimulatedJournal journal() {
    return Simulation.current().journal();
  }
}
