package amanah.journal;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.persistence.jdbc.config.JournalConfig;
import akka.persistence.jdbc.db.SlickDatabase;
import akka.persistence.jdbc.db.SlickExtension;
import akka.persistence.jdbc.db.SlickExtensionImpl;
import akka.persistence.jdbc.journal.dao.JournalTables.JournalAkkaSerializationRow;
import akka.serialization.SerializationExtension;
import akka.stream.SystemMaterializer;
import amanah.testing.PostgresExtension;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import scala.Option;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.collection.immutable.Set;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.FutureConverters;
import scala.runtime.BoxedUnit;

/** One transaction of many entities' rows, of which some cannot be written. */
class JournalDaoIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final JournalSchema SCHEMA = new JournalSchema("tried", "db/tried");
  private static final String PLUGIN = "amanah-journal";
  private static final int ENTITIES = 100;
  private static final long ANSWER_SECONDS_MAX = 30;
  private static final String TOO_LONG = "x".repeat(256);

  private static ActorTestKit system;

  private final JournalDao dao = newDao();

  @BeforeAll
  static void start() {
    Config config =
        ConfigFactory.load(
            ConfigFactory.parseMap(
                Map.of(
                    "amanah.journal.url",
                    POSTGRES.url(),
                    "amanah.journal.user",
                    POSTGRES.user(),
                    "amanah.journal.password",
                    POSTGRES.password(),
                    PLUGIN + ".tables.event_journal.schemaName",
                    SCHEMA.name())));
    SCHEMA.migrate(JournalSettings.of(config));
    system = ActorTestKit.create("dao-it", config);
  }

  @AfterAll
  static void stop() {
    system.shutdownTestKit();
  }

  @BeforeEach
  void empty() throws SQLException {
    execute("TRUNCATE tried.event_journal");
  }

  @Test
  void rows_that_can_be_written_are_written_together() throws SQLException {
    await(dao.writeJournalRows(rows(fresh().toList())));

    assertThat(answer("SELECT count(*) || ' in ' || count(DISTINCT xid) FROM tried.event_journal"))
        .isEqualTo(ENTITIES + " in 1");
  }

  @Test
  void a_recovery_reads_nothing_while_an_excluded_node_may_still_write() {
    await(dao.writeJournalRows(rows(List.of(row("entity|1", 1, "writer")))));
    JournalFence fence = JournalFence.get(system.system());
    fence.open("excluded");

    CompletableFuture<Object> asked =
        FutureConverters.asJava(dao.highestSequenceNr("entity|1", 0)).toCompletableFuture();
    await(dao.writeJournalRows(rows(List.of(row("entity|1", 2, "excluded")))));
    assertThat(asked).isNotDone();
    fence.close("excluded");

    assertThat(asked.orTimeout(ANSWER_SECONDS_MAX, TimeUnit.SECONDS).join()).isEqualTo(2L);
  }

  @Test
  void what_was_written_or_recovered_is_remembered_as_seen() {
    SeenEvents seen = SeenEvents.get(system.system());
    seen.forget(seen.all());

    await(dao.writeJournalRows(rows(List.of(row("entity|1", 1, "writer")))));
    FutureConverters.asJava(dao.highestSequenceNr("entity|1", 0)).toCompletableFuture().join();

    assertThat(seen.all().events())
        .containsExactly(
            new SeenEvents.Seen("tried", "entity|1", 1, "writer"),
            new SeenEvents.Seen("tried", "entity|1", 1, ""));
  }

  @Test
  void a_number_that_another_writer_took_fails_its_own_entity_alone() throws SQLException {
    await(dao.writeJournalRows(rows(List.of(row("entity|7", 1, "the other writer")))));

    Map<String, Throwable> failures = failures(dao.writeJournalRows(rows(fresh().toList())));

    assertThat(failures).containsOnlyKeys("entity|7");
    assertThat(failures.values())
        .extracting(RowFault::described)
        .allSatisfy(said -> assertThat(said).contains("event_journal_pkey", "(SQLSTATE 23505)"));
    assertThat(answer("SELECT count(*) FROM tried.event_journal")).isEqualTo("" + ENTITIES);
    assertThat(answer("SELECT writer FROM tried.event_journal WHERE persistence_id = 'entity|7'"))
        .isEqualTo("the other writer");
  }

  @Test
  void rows_that_no_database_takes_fail_alone() throws SQLException {
    List<JournalAkkaSerializationRow> poisoned =
        List.of(row("entity|nul", 1, "a\u0000b"), row("entity|long", 1, TOO_LONG));

    Map<String, Throwable> failures =
        failures(dao.writeJournalRows(rows(Stream.concat(poisoned.stream(), fresh()).toList())));

    assertThat(failures).containsOnlyKeys("entity|nul", "entity|long");
    assertThat(answer("SELECT count(*) FROM tried.event_journal")).isEqualTo("" + ENTITIES);
  }

  @Test
  void all_rows_of_an_entity_are_written_or_none() throws SQLException {
    await(dao.writeJournalRows(rows(List.of(row("entity|7", 3, "the other writer")))));
    List<JournalAkkaSerializationRow> three =
        List.of(row("entity|7", 1, "w"), row("entity|7", 2, "w"), row("entity|7", 3, "w"));

    failures(dao.writeJournalRows(rows(Stream.concat(fresh().skip(50), three.stream()).toList())));

    assertThat(
            answer(
                "SELECT string_agg(sequence_number || ' ' || writer, ', ') FROM tried.event_journal"
                    + " WHERE persistence_id = 'entity|7'"))
        .isEqualTo("3 the other writer");
  }

  @Test
  void an_entity_whose_key_is_held_fails_alone_and_is_not_waited_for_again() throws SQLException {
    try (Connection stranger = POSTGRES.connect();
        Statement statement = stranger.createStatement()) {
      stranger.setAutoCommit(false);
      statement.execute(insert("entity|7", 1));

      Map<String, Throwable> failures = failures(dao.writeJournalRows(rows(fresh().toList())));
      CompletableFuture<BoxedUnit> again = queued(row("entity|7", 1, "suspect"));
      CompletableFuture<BoxedUnit> neighbour = queued(row("entity|8", 2, "neighbour"));

      assertThat(failures).containsOnlyKeys("entity|7");
      assertThat(neighbour).succeedsWithin(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
      assertThat(again)
          .failsWithin(ANSWER_SECONDS_MAX, TimeUnit.SECONDS)
          .withThrowableThat()
          .withMessageContaining("lock timeout");
      stranger.rollback();
    }
    await(dao.queueWriteJournalRows(rows(List.of(row("entity|7", 1, "at last")))));

    assertThat(answer("SELECT writer FROM tried.event_journal WHERE persistence_id = 'entity|7'"))
        .isEqualTo("at last");
  }

  @Test
  void more_suspects_than_may_be_written_at_a_time_are_not_tried() throws SQLException {
    int suspects = 3 * JournalDao.SUSPECTS_WRITING_MAX;
    try (Connection stranger = POSTGRES.connect();
        Statement statement = stranger.createStatement()) {
      stranger.setAutoCommit(false);
      for (int n = 0; n < suspects; n++) {
        statement.execute(insert("entity|" + n, 1));
      }
      failures(dao.writeJournalRows(rows(fresh().toList())));

      List<CompletableFuture<BoxedUnit>> again = fresh().limit(suspects).map(this::queued).toList();

      assertThat(again)
          .allSatisfy(write -> assertThat(write).failsWithin(ANSWER_SECONDS_MAX, TimeUnit.SECONDS))
          .filteredOn(write -> write.exceptionNow() instanceof NotWrittenException)
          .hasSizeBetween(1, suspects - JournalDao.SUSPECTS_WRITING_MAX);
      stranger.rollback();
    }
  }

  @Test
  void a_journal_that_is_gone_is_a_failure_of_all_and_is_not_tried_again() throws SQLException {
    execute("ALTER TABLE tried.event_journal RENAME TO event_journal_away");
    try {
      assertThat(
              FutureConverters.asJava(dao.writeJournalRows(rows(fresh().toList())))
                  .toCompletableFuture())
          .failsWithin(ANSWER_SECONDS_MAX, TimeUnit.SECONDS)
          .withThrowableThat()
          .havingCause()
          .isInstanceOf(SQLException.class)
          .withMessageContaining("event_journal");
    } finally {
      execute("ALTER TABLE tried.event_journal_away RENAME TO event_journal");
    }
  }

  private CompletableFuture<BoxedUnit> queued(JournalAkkaSerializationRow row) {
    return FutureConverters.asJava(dao.queueWriteJournalRows(rows(List.of(row))))
        .toCompletableFuture();
  }

  private static Stream<JournalAkkaSerializationRow> fresh() {
    return IntStream.range(0, ENTITIES).mapToObj(n -> row("entity|" + n, 1, "writer"));
  }

  private static JournalAkkaSerializationRow row(String entity, long sequence, String writer) {
    return new JournalAkkaSerializationRow(
        0,
        false,
        entity,
        sequence,
        writer,
        1,
        "",
        new byte[] {1, 2, 3},
        1401,
        "something-happened.v1",
        Option.empty(),
        Option.empty(),
        Option.empty());
  }

  private static Seq<Tuple2<JournalAkkaSerializationRow, Set<String>>> rows(
      List<JournalAkkaSerializationRow> rows) {
    Set<String> untagged = CollectionConverters.asScala(java.util.Set.<String>of()).toSet();
    List<Tuple2<JournalAkkaSerializationRow, Set<String>>> pairs = new ArrayList<>();
    rows.forEach(row -> pairs.add(new Tuple2<>(row, untagged)));
    return CollectionConverters.asScala(pairs).toSeq();
  }

  private static Map<String, Throwable> failures(scala.concurrent.Future<BoxedUnit> write) {
    Throwable failure =
        FutureConverters.asJava(write)
            .toCompletableFuture()
            .orTimeout(ANSWER_SECONDS_MAX, TimeUnit.SECONDS)
            .handle((unit, thrown) -> thrown)
            .join();
    assertThat(failure).isInstanceOf(JournalDao.WrittenApartException.class);
    return ((JournalDao.WrittenApartException) failure).failures();
  }

  private static void await(scala.concurrent.Future<BoxedUnit> write) {
    FutureConverters.asJava(write)
        .toCompletableFuture()
        .orTimeout(ANSWER_SECONDS_MAX, TimeUnit.SECONDS)
        .join();
  }

  private static JournalDao newDao() {
    SlickExtensionImpl slick = (SlickExtensionImpl) SlickExtension.get(system.system());
    Config journal = system.system().settings().config().getConfig(PLUGIN);
    SlickDatabase database = slick.database(journal);
    return new JournalDao(
        database.database(),
        database.profile(),
        new JournalConfig(journal),
        SerializationExtension.get(system.system()),
        system.system().executionContext(),
        SystemMaterializer.get(system.system()).materializer());
  }

  private static String insert(String entity, long sequence) {
    return """
        INSERT INTO tried.event_journal (persistence_id, sequence_number, writer, event_ser_id,
          event_ser_manifest, event_payload)
        VALUES ('%s', %d, 'a stranger', 1401, 'something-happened.v1', '')
        """
        .formatted(entity, sequence);
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = POSTGRES.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String answer(String sql) throws SQLException {
    try (Connection connection = POSTGRES.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return String.valueOf(row.getString(1));
    }
  }
}
