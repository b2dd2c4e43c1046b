package amanah.journal;

import akka.persistence.AtomicWrite;
import akka.persistence.jdbc.config.JournalConfig;
import akka.persistence.jdbc.journal.dao.DefaultJournalDao;
import akka.persistence.jdbc.journal.dao.JournalTables.JournalAkkaSerializationRow;
import akka.serialization.Serialization;
import akka.stream.Materializer;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.collection.immutable.Set;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.FutureConverters;
import scala.runtime.BoxedUnit;
import scala.util.Failure;
import scala.util.Success;
import scala.util.Try;
import slick.dbio.DBIOAction;
import slick.jdbc.JdbcBackend.DatabaseDef;
import slick.jdbc.JdbcBackend.JdbcActionContext;
import slick.jdbc.JdbcProfile;
import slick.jdbc.SimpleJdbcAction;

/**
 * The plugin's way to the journal, in which an entity that cannot be written harms no other.
 *
 * <p>The plugin writes the rows of many entities in one transaction, which is what makes it fast,
 * and one key that another writer has taken or holds fails all of them. Here such a transaction is
 * written again, each entity for itself, and only the guilty are told that they failed; from then
 * on they are written for themselves until it goes well. Akka answers all writes of a node in the
 * order in which they came, so whoever waits for a lock makes everyone wait: alone, an entity waits
 * for a shorter time.
 *
 * <p>A fault of one row is a rejection to Akka, which does not count for the circuit breaker: the
 * writer stops, reads the journal again and goes on as after a failure, and twenty of them do not
 * take the journal away from everybody else. Errors of the database as a whole, and all after which
 * it is not known what was committed, are failures as they were, and are never tried again here.
 */
public final class JournalDao extends DefaultJournalDao {

  /** The most entities that are remembered as suspects. */
  public static final int SUSPECTS_MAX = 1_000;

  /** The most suspects that are being written at a time; one more is rejected. */
  public static final int SUSPECTS_WRITING_MAX = 32;

  private static final ExecutionContext SAME_THREAD = ExecutionContext.parasitic$.MODULE$;
  private static final String SHORT_PATIENCE = "SET LOCAL lock_timeout = '25ms'";

  private final JournalFence fence;
  private final SeenEvents seen;
  private final String schema;
  private final Suspects suspects = new Suspects(SUSPECTS_MAX);
  private final AtomicInteger suspectsWriting = new AtomicInteger();

  /**
   * What became of a transaction that was written apart.
   *
   * <p>An exception, since the plugin has but one answer for all whose rows were in it.
   */
  static final class WrittenApartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Map<String, Throwable> failures;

    private WrittenApartException(Map<String, Throwable> failures) {
      super("written apart, and not written: " + failures.keySet(), null, false, false);
      this.failures = failures;
    }

    /** The entities that were not written, and why. */
    Map<String, Throwable> failures() {
      return failures;
    }
  }

  /**
   * Made by the plugin, by the setting {@code dao} of the plugin {@code amanah-journal} and those
   * made of it.
   */
  public JournalDao(
      DatabaseDef database,
      JdbcProfile profile,
      JournalConfig config,
      Serialization serialization,
      ExecutionContext executor,
      Materializer materializer) {
    super(database, profile, config, serialization, executor, materializer);
    this.fence = JournalFence.get(serialization.system());
    this.seen = SeenEvents.get(serialization.system());
    this.schema = config.eventJournalTableConfiguration().schemaName().getOrElse(() -> "public");
  }

  /**
   * The first question of every recovery, which all others follow: it waits until excluded nodes
   * write no more.
   *
   * @param fromSequenceNr the number of the event up to which a snapshot is known
   */
  @Override
  public Future<Object> highestSequenceNr(String persistenceId, long fromSequenceNr) {
    Future<Object> highest =
        fence.isClosed()
            ? super.highestSequenceNr(persistenceId, fromSequenceNr)
            : FutureConverters.asScala(fence.closed())
                .flatMap(closed -> super.highestSequenceNr(persistenceId, fromSequenceNr), ec());
    return highest.map(last -> noted(persistenceId, fromSequenceNr, (Long) last), SAME_THREAD);
  }

  private Object noted(String persistenceId, long snapshot, long last) {
    if (last < snapshot) {
      throw new IllegalStateException(
          "the journal of %s ends with %d, expected no less than the %d of its snapshot"
              .formatted(persistenceId, last, snapshot));
    }
    if (last > 0) {
      seen.note(new SeenEvents.Seen(schema, persistenceId, last, ""));
    }
    return last;
  }

  /** One event of a transaction stands for all of it. */
  private <T> T committed(Tuple2<JournalAkkaSerializationRow, Set<String>> row, T answer) {
    JournalAkkaSerializationRow event = row._1();
    seen.note(
        new SeenEvents.Seen(schema, event.persistenceId(), event.sequenceNumber(), event.writer()));
    return answer;
  }

  @Override
  public Future<Seq<Try<BoxedUnit>>> asyncWriteMessages(Seq<AtomicWrite> messages) {
    return super.asyncWriteMessages(messages)
        .transform(written -> rowFaultsRejected(messages, written), SAME_THREAD);
  }

  private static Try<Seq<Try<BoxedUnit>>> rowFaultsRejected(
      Seq<AtomicWrite> messages, Try<Seq<Try<BoxedUnit>>> written) {
    if (written.isSuccess()) {
      return written;
    }
    Throwable failure = written.failed().get();
    if (failure instanceof NotWrittenException) {
      return rejected(messages, failure);
    }
    return RowFault.causedBy(failure)
        ? rejected(messages, NotWrittenException.refused(messages.head().persistenceId(), failure))
        : written;
  }

  private static Try<Seq<Try<BoxedUnit>>> rejected(Seq<AtomicWrite> messages, Throwable failure) {
    List<Try<BoxedUnit>> each = Collections.nCopies(messages.size(), new Failure<>(failure));
    return new Success<>(CollectionConverters.asScala(each).toSeq());
  }

  /** All rows of one call are one entity's. */
  @Override
  public Future<BoxedUnit> queueWriteJournalRows(
      Seq<Tuple2<JournalAkkaSerializationRow, Set<String>>> rows) {
    if (rows.isEmpty()) {
      return super.queueWriteJournalRows(rows);
    }
    String entity = entity(rows.head());
    return suspects.contains(entity)
        ? writeSuspect(entity, rows)
        : super.queueWriteJournalRows(rows)
            .transform(written -> share(entity, written), SAME_THREAD);
  }

  /** One entity's share of what became of all whose rows were in the same transaction. */
  private static Try<BoxedUnit> share(String entity, Try<BoxedUnit> written) {
    if (written.isFailure() && written.failed().get() instanceof WrittenApartException apart) {
      Throwable failure = apart.failures().get(entity);
      return failure == null ? new Success<>(BoxedUnit.UNIT) : new Failure<>(failure);
    }
    return written;
  }

  private Future<BoxedUnit> writeSuspect(
      String entity, Seq<Tuple2<JournalAkkaSerializationRow, Set<String>>> rows) {
    if (suspectsWriting.incrementAndGet() > SUSPECTS_WRITING_MAX) {
      suspectsWriting.decrementAndGet();
      return Future.fromTry(
          new Failure<>(NotWrittenException.notTried(entity, SUSPECTS_WRITING_MAX)));
    }
    return writeAlone(rows).transform(written -> suspectWritten(entity, written), SAME_THREAD);
  }

  private Try<BoxedUnit> suspectWritten(String entity, Try<BoxedUnit> written) {
    suspectsWriting.decrementAndGet();
    if (written.isSuccess()) {
      suspects.remove(entity);
    }
    return written;
  }

  /** One transaction with the rows of one or of many entities. */
  @Override
  public Future<BoxedUnit> writeJournalRows(
      Seq<Tuple2<JournalAkkaSerializationRow, Set<String>>> rows) {
    return super.writeJournalRows(rows)
        .map(written -> committed(rows.head(), written), SAME_THREAD)
        .transformWith(
            written ->
                written.isFailure() && RowFault.causedBy(written.failed().get())
                    ? writeApart(rows, written.failed().get())
                    : Future.fromTry(written),
            SAME_THREAD);
  }

  private Future<BoxedUnit> writeApart(
      Seq<Tuple2<JournalAkkaSerializationRow, Set<String>>> rows, Throwable failure) {
    Map<String, List<Tuple2<JournalAkkaSerializationRow, Set<String>>>> entities =
        CollectionConverters.asJava(rows).stream()
            .collect(
                Collectors.groupingBy(JournalDao::entity, LinkedHashMap::new, Collectors.toList()));
    if (entities.size() == 1) {
      return settled(Map.of(entity(rows.head()), failure));
    }
    return FutureConverters.asScala(
            RowsApart.write(
                entities,
                alone ->
                    FutureConverters.asJava(
                        writeAlone(CollectionConverters.asScala(alone).toSeq()))))
        .flatMap(this::settled, SAME_THREAD);
  }

  private Future<BoxedUnit> settled(Map<String, Throwable> failures) {
    failures.forEach(
        (entity, failure) -> {
          if (RowFault.causedBy(failure)) {
            suspects.add(entity);
          }
        });
    return failures.isEmpty()
        ? Future.successful(BoxedUnit.UNIT)
        : Future.fromTry(new Failure<>(new WrittenApartException(failures)));
  }

  // Slick's effects are a phantom type that Java cannot name.
  @SuppressWarnings({"unchecked", "rawtypes"})
  private Future<BoxedUnit> writeAlone(Seq<Tuple2<JournalAkkaSerializationRow, Set<String>>> rows) {
    DBIOAction patience = SimpleJdbcAction.apply(JournalDao::shortenPatience);
    DBIOAction write = patience.andThen(queries().writeJournalRows(rows, ec()));
    DBIOAction transaction = profile().api().jdbcActionExtensionMethods(write).transactionally();
    Future<Object> written = db().run(transaction);
    return written.map(done -> committed(rows.head(), BoxedUnit.UNIT), SAME_THREAD);
  }

  private static BoxedUnit shortenPatience(JdbcActionContext context) {
    try (Statement statement = context.connection().createStatement()) {
      statement.execute(SHORT_PATIENCE);
      return BoxedUnit.UNIT;
    } catch (SQLException refused) {
      throw new IllegalStateException(refused.getMessage(), refused);
    }
  }

  private static String entity(Tuple2<JournalAkkaSerializationRow, Set<String>> row) {
    return row._1().persistenceId();
  }
}
