package amanah.zakat.journal;

import amanah.zakat.domain.book.BookEvent;
import amanah.zakat.domain.book.BookEvent.ZakatDistributed;
import amanah.zakat.domain.book.BookEvent.ZakatReported;
import amanah.zakat.domain.book.LedgerEntry;
import amanah.zakat.domain.book.LedgerPage;
import amanah.zakat.domain.book.LedgerPlace;
import amanah.zakat.domain.fund.DistributionPage;
import amanah.zakat.domain.fund.RecordedDistribution;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what happened to the fund, page by page, the newest first. */
final class FundPages {

  /** An event may hold the reports of five hundred campaigns. */
  private static final int ROWS_FETCHED = 50;

  private static final String DISTRIBUTIONS =
      BookRows.SELECT
          + " AND event_ser_manifest = 'zakat-distributed.v1'"
          + " AND sequence_number < ? ORDER BY sequence_number DESC LIMIT ?";
  private static final String LEDGER =
      BookRows.SELECT
          + " AND event_ser_manifest IN ('zakat-reported.v1', 'zakat-distributed.v1')"
          + " AND sequence_number <= ? ORDER BY sequence_number DESC LIMIT ?";

  private final String persistenceId;
  private final BookRows rows;

  FundPages(String persistenceId, BookRows rows) {
    this.persistenceId = persistenceId;
    this.rows = rows;
  }

  DistributionPage distributions(Connection connection, long before, int limit)
      throws SQLException {
    List<RecordedDistribution> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(DISTRIBUTIONS)) {
      select.setString(1, persistenceId);
      select.setLong(2, before);
      select.setInt(3, limit + 1);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ZakatDistributed event = (ZakatDistributed) rows.event(row);
          found.add(
              new RecordedDistribution(event.distribution(), event.at(), BookRows.sequence(row)));
        }
      }
    }
    List<RecordedDistribution> page = found.subList(0, Math.min(limit, found.size()));
    return new DistributionPage(
        page, found.size() > limit ? Optional.of(page.getLast().sequence()) : Optional.empty());
  }

  LedgerPage ledger(Connection connection, LedgerPlace before, int limit) throws SQLException {
    List<LedgerEntry> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(LEDGER)) {
      select.setFetchSize(ROWS_FETCHED);
      select.setString(1, persistenceId);
      select.setLong(2, before.sequence());
      // Of the first event all entries may lie behind; every other one has at least one.
      select.setInt(3, limit + 2);
      try (ResultSet row = select.executeQuery()) {
        while (found.size() <= limit && row.next()) {
          entries(BookRows.sequence(row), rows.event(row)).stream()
              .filter(entry -> entry.place().compareTo(before) < 0)
              .forEach(found::add);
        }
      }
    }
    List<LedgerEntry> page = found.subList(0, Math.min(limit, found.size()));
    return new LedgerPage(
        page, found.size() > limit ? Optional.of(page.getLast().place()) : Optional.empty());
  }

  /** What an event says of the fund, the last first. */
  private static List<LedgerEntry> entries(long sequence, BookEvent event) {
    List<LedgerEntry> entries = new ArrayList<>();
    if (event instanceof ZakatReported reported) {
      for (int index = reported.reports().size() - 1; index >= 0; index--) {
        entries.add(
            new LedgerEntry.Reported(
                new LedgerPlace(sequence, index), reported.reports().get(index), event.at()));
      }
    } else if (event instanceof ZakatDistributed distributed) {
      entries.add(
          new LedgerEntry.Distributed(
              new LedgerPlace(sequence, 0), distributed.distribution(), event.at()));
    }
    return entries;
  }
}
