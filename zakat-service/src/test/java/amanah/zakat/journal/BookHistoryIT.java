package amanah.zakat.journal;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.CampaignId;
import amanah.journal.JournalSettings;
import amanah.money.Money;
import amanah.testing.PostgresExtension;
import amanah.zakat.domain.arithmetic.Total;
import amanah.zakat.domain.book.BookEvent;
import amanah.zakat.domain.book.CampaignReport;
import amanah.zakat.domain.fund.Fund;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The fund's past on a journal that is longer than one checkpoint. */
final class BookHistoryIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Currency DOLLAR = Currency.getInstance("USD");
  private static final Instant BEGUN = Instant.parse("2026-03-01T12:00:00.000000001Z");
  private static final int EVENTS = 95;
  private static final int EVERY = 10;
  private static final String BOOK = "book";

  private final JournalSettings journal =
      new JournalSettings(POSTGRES.url(), POSTGRES.user(), POSTGRES.password(), 2, Map.of());

  @BeforeEach
  void write() throws SQLException {
    ZakatJournal.SCHEMA.migrate(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
    BookEventSerializer serializer = new BookEventSerializer();
    try (Connection connection = POSTGRES.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO zakat.event_journal (persistence_id, sequence_number, writer,"
                    + " event_ser_id, event_ser_manifest, event_payload)"
                    + " VALUES (?, ?, 'test', ?, ?, ?)")) {
      for (int sequence = 1; sequence <= EVENTS; sequence++) {
        BookEvent event = reported(sequence);
        insert.setString(1, BOOK);
        insert.setLong(2, sequence);
        insert.setInt(3, serializer.identifier());
        insert.setString(4, serializer.manifest(event));
        insert.setBytes(5, serializer.toBinary(event));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @AfterEach
  void clear() throws SQLException {
    execute("TRUNCATE zakat.event_journal, zakat.fund_checkpoint");
  }

  /** An event a second, and two at each tenth. */
  private static Instant at(long sequence) {
    return BEGUN.plusSeconds(sequence % EVERY == 1 ? sequence - 1 : sequence);
  }

  private static BookEvent reported(long sequence) {
    return new BookEvent.ZakatReported(
        List.of(
            new CampaignReport(
                CampaignId.of("well"),
                sequence - 1,
                sequence,
                Money.of(sequence, DOLLAR),
                Money.zero(DOLLAR))),
        at(sequence));
  }

  private static void execute(String statement) throws SQLException {
    try (Connection connection = POSTGRES.connect();
        Statement change = connection.createStatement()) {
      change.execute(statement);
    }
  }

  private static long checkpoints() throws SQLException {
    try (Connection connection = POSTGRES.connect();
        Statement count = connection.createStatement();
        ResultSet row = count.executeQuery("SELECT count(*) FROM zakat.fund_checkpoint")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Total collected(BookHistory history, Instant asOf) {
    Fund fund = history.fund(asOf).toCompletableFuture().join();
    return fund.of(DOLLAR).collected();
  }

  private static Total expected(Instant asOf) {
    long sum = 0;
    for (long sequence = 1; sequence <= EVENTS; sequence++) {
      sum += at(sequence).isAfter(asOf) ? 0 : sequence;
    }
    return Total.of(sum, DOLLAR);
  }

  private BookHistory open(int checkpointEvery) {
    return BookHistory.open(journal, BOOK, Duration.ofSeconds(20), checkpointEvery);
  }

  @Test
  void the_fund_of_every_moment_is_the_same_with_checkpoints_as_without() throws SQLException {
    try (BookHistory history = open(EVERY)) {
      assertThat(collected(history, Instant.MAX)).isEqualTo(expected(Instant.MAX));
      assertThat(checkpoints()).isEqualTo(EVENTS / EVERY);

      for (long sequence = 0; sequence <= EVENTS; sequence++) {
        for (Instant asOf : List.of(at(sequence), at(sequence).minusNanos(1))) {
          assertThat(collected(history, asOf)).as("as of %s", asOf).isEqualTo(expected(asOf));
        }
      }
    }
  }

  @Test
  void what_lies_before_a_checkpoint_is_not_read_again() throws SQLException {
    try (BookHistory history = open(EVERY)) {
      collected(history, Instant.MAX);
      execute("DELETE FROM zakat.event_journal WHERE sequence_number <= 90");

      assertThat(collected(history, Instant.MAX)).isEqualTo(expected(Instant.MAX));
    }
  }

  @Test
  void checkpoints_can_be_dropped() throws SQLException {
    try (BookHistory history = open(EVERY)) {
      collected(history, Instant.MAX);
      execute("TRUNCATE zakat.fund_checkpoint");

      assertThat(collected(history, Instant.MAX)).isEqualTo(expected(Instant.MAX));
      assertThat(checkpoints()).isEqualTo(EVENTS / EVERY);
    }
  }

  @Test
  void a_short_past_needs_no_checkpoint() throws SQLException {
    try (BookHistory history =
        BookHistory.open(journal, BOOK, Duration.ofSeconds(20), BookHistory.CHECKPOINT_EVERY)) {
      assertThat(collected(history, Instant.MAX)).isEqualTo(expected(Instant.MAX));
      assertThat(checkpoints()).isZero();
    }
  }
}
