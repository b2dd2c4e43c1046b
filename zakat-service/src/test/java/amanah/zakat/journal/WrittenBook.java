package amanah.zakat.journal;

import amanah.id.CampaignId;
import amanah.id.DistributionId;
import amanah.money.Money;
import amanah.testing.PostgresExtension;
import amanah.zakat.domain.book.BookEvent;
import amanah.zakat.domain.book.CampaignReport;
import amanah.zakat.domain.fund.Asnaf;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.fund.Fund;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * A book's journal written straight into the database: reports of one to three campaigns, each
 * seventh event a distribution, each fifth one that is none of the fund's.
 */
final class WrittenBook {

  static final String ID = "book";
  static final Currency DOLLAR = Currency.getInstance("USD");
  static final Instant BEGUN = Instant.parse("2026-03-01T12:00:00.000000001Z");

  private static final int BATCH = 5_000;

  private final PostgresExtension postgres;
  private final List<BookEvent> events = new ArrayList<>();

  WrittenBook(PostgresExtension postgres) {
    this.postgres = postgres;
  }

  /** Writes so many events, each at its time. */
  void write(int count, LongFunction<Instant> at) throws SQLException {
    ZakatJournal.SCHEMA.migrate(postgres.url(), postgres.user(), postgres.password());
    BookEventSerializer serializer = new BookEventSerializer();
    try (Connection connection = postgres.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO zakat.event_journal (persistence_id, sequence_number, writer,"
                    + " event_ser_id, event_ser_manifest, event_payload)"
                    + " VALUES (?, ?, 'test', ?, ?, ?)")) {
      connection.setAutoCommit(false);
      for (int sequence = 1; sequence <= count; sequence++) {
        BookEvent event = event(sequence, at.apply(sequence));
        events.add(event);
        insert.setString(1, ID);
        insert.setLong(2, sequence);
        insert.setInt(3, serializer.identifier());
        insert.setString(4, serializer.manifest(event));
        insert.setBytes(5, serializer.toBinary(event));
        insert.addBatch();
        if (sequence % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
      connection.commit();
    }
  }

  private static BookEvent event(long sequence, Instant at) {
    if (sequence % 7 == 0) {
      return new BookEvent.ZakatDistributed(
          new Distribution(
              DistributionId.of("d-" + sequence),
              Asnaf.FUQARA,
              Money.of(1, DOLLAR),
              Optional.empty(),
              Optional.empty()),
          at);
    }
    if (sequence % 5 == 0) {
      return new BookEvent.StatisticsCounted(List.of(), at);
    }
    List<CampaignReport> reports = new ArrayList<>();
    for (int campaign = 0; campaign <= sequence % 3; campaign++) {
      reports.add(
          new CampaignReport(
              CampaignId.of("well-" + campaign),
              sequence - 1,
              sequence,
              Money.of(sequence, DOLLAR),
              Money.of(campaign, DOLLAR)));
    }
    return new BookEvent.ZakatReported(reports, at);
  }

  /** How many events are the fund's. */
  long fundEvents() {
    return events.stream().filter(event -> !(event instanceof BookEvent.StatisticsCounted)).count();
  }

  /** The fund after all events up to the first that is later. */
  Fund fund(Instant asOf) {
    Fund fund = Fund.EMPTY;
    for (BookEvent event : events) {
      if (event.at().isAfter(asOf)) {
        break;
      }
      if (event instanceof BookEvent.ZakatReported reported) {
        for (CampaignReport report : reported.reports()) {
          fund = fund.reported(report.collected(), report.refunded());
        }
      } else if (event instanceof BookEvent.ZakatDistributed given) {
        fund = fund.distributed(given.distribution().asnaf(), given.distribution().amount());
      }
    }
    return fund;
  }

  /** Forgets the events up to that one, which whoever reads must not need any more. */
  void dropUpTo(long sequence) throws SQLException {
    execute("DELETE FROM zakat.event_journal WHERE sequence_number <= " + sequence);
  }

  void dropCheckpoints() throws SQLException {
    execute("TRUNCATE zakat.fund_checkpoint");
  }

  void clear() throws SQLException {
    execute("TRUNCATE zakat.event_journal, zakat.fund_checkpoint");
  }

  long checkpoints() throws SQLException {
    try (Connection connection = postgres.connect();
        Statement count = connection.createStatement();
        ResultSet row = count.executeQuery("SELECT count(*) FROM zakat.fund_checkpoint")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = postgres.connectPastTriggers();
        Statement change = connection.createStatement()) {
      change.execute(statement);
    }
  }
}
