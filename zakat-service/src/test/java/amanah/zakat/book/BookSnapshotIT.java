package amanah.zakat.book;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import amanah.journal.JournalSettings;
import amanah.journal.SnapshotWriter;
import amanah.journal.UnreadableSnapshots;
import amanah.testing.HandClock;
import amanah.testing.PostgresExtension;
import amanah.zakat.domain.book.Book;
import amanah.zakat.domain.book.BookCommand;
import amanah.zakat.domain.book.BookEvent;
import amanah.zakat.domain.book.BookLimits;
import amanah.zakat.domain.book.BookSnapshot;
import amanah.zakat.domain.statistics.TallyBook;
import amanah.zakat.journal.BookSnapshotSerializer;
import amanah.zakat.journal.ZakatJournal;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the calculator's book starts from. */
class BookSnapshotIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final BookLimits LIMITS = new BookLimits(9, 9, 9, 9, 9);

  private static ActorTestKit node;
  private static SnapshotWriter writer;

  private final HandClock clock = new HandClock(Instant.parse("2026-03-01T12:00:00Z"));
  private Book book = Book.empty(LIMITS);

  @BeforeAll
  static void start() {
    Config config =
        ConfigFactory.load(
            ConfigFactory.parseMap(
                Map.of(
                    "amanah.journal.url", POSTGRES.url(),
                    "amanah.journal.user", POSTGRES.user(),
                    "amanah.journal.password", POSTGRES.password(),
                    "amanah.journal.connections", 4)));
    ZakatJournal.SCHEMA.migrate(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
    node = ActorTestKit.create("book-snapshot-it", config);
    writer =
        SnapshotWriter.open(
            JournalSettings.of(config), ZakatJournal.SCHEMA, new BookSnapshotSerializer());
  }

  @AfterAll
  static void stop() {
    writer.close();
    node.shutdownTestKit();
  }

  @BeforeEach
  void empty() throws SQLException {
    execute("TRUNCATE zakat.event_journal, zakat.snapshot, zakat.snapshot_head CASCADE");
  }

  @Test
  void a_newest_snapshot_that_cannot_be_read_gives_way_to_the_one_before() throws SQLException {
    keep(resetTo("first"));
    BookSnapshot newest = resetTo("second");
    keep(newest);
    execute(
        "UPDATE zakat.snapshot_part SET payload = set_byte(payload, 3, 0) WHERE snapshot_id ="
            + " (SELECT max(snapshot_id) FROM zakat.snapshot_head)");
    forgetTheFirstEvent();
    long before = UnreadableSnapshots.of(node.system()).count();

    assertThat(recovered()).isEqualTo(newest.tallies());
    assertThat(UnreadableSnapshots.of(node.system()).count()).isEqualTo(before + 1);
  }

  @Test
  void one_in_one_row_as_versions_before_wrote_it_is_read() throws SQLException {
    BookSnapshot first = resetTo("first");
    BookSnapshotSerializer serializer = new BookSnapshotSerializer();
    try (Connection connection = POSTGRES.connectPastTriggers();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO zakat.snapshot (persistence_id, sequence_number, created,"
                    + " snapshot_ser_id, snapshot_ser_manifest, snapshot_payload)"
                    + " VALUES (?, 1, 0, 1412, 'zakat-book.v1', ?)")) {
      insert.setString(1, ZakatBook.PERSISTENCE_ID.id());
      insert.setBytes(2, serializer.toBinary(first));
      insert.executeUpdate();
    }
    BookSnapshot second = resetTo("second");
    forgetTheFirstEvent();

    assertThat(recovered()).isEqualTo(second.tallies());
  }

  private BookSnapshot resetTo(String request) {
    BookCommand reset = new BookCommand.Reset(request);
    for (BookEvent event : book.decide(reset, clock.instant()).events()) {
      book = book.evolve(event);
    }
    TestProbe<BookReply> answers = node.createTestProbe();
    ActorRef<BookMessage> live = node.spawn(book(node.<BookNotice>createTestProbe().ref()));
    live.tell(new BookMessage.Execute(1, reset, answers.ref()));
    answers.receiveMessage(DEADLINE);
    node.stop(live);
    return book.snapshot();
  }

  private static void keep(BookSnapshot snapshot) {
    writer
        .write(ZakatBook.PERSISTENCE_ID.id(), snapshot.sequence(), snapshot)
        .toCompletableFuture()
        .join();
  }

  private TallyBook.Kept recovered() {
    TestProbe<BookNotice> owner = node.createTestProbe();
    ActorRef<BookMessage> live = node.spawn(book(owner.ref()));
    BookNotice notice = owner.receiveMessage(DEADLINE);
    node.stop(live);
    return ((BookNotice.Recovered) notice).tallies();
  }

  private Behavior<BookMessage> book(ActorRef<BookNotice> owner) {
    return ZakatBook.create(
        LIMITS, owner, (entity, snapshot) -> CompletableFuture.completedFuture(null), clock);
  }

  private static void forgetTheFirstEvent() throws SQLException {
    execute("DELETE FROM zakat.event_journal WHERE sequence_number = 1");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = POSTGRES.connectPastTriggers();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
