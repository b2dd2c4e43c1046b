package amanah.zakat.journal;

import amanah.journal.JournalReader;
import amanah.journal.JournalSettings;
import amanah.zakat.domain.book.BookEvent;
import amanah.zakat.domain.book.LedgerPage;
import amanah.zakat.domain.book.LedgerPlace;
import amanah.zakat.domain.fund.DistributionPage;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.journal.FundCheckpoints.Checkpoint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Reads what the book's state is too small to say from its journal: the fund as it was, its ledger
 * and the list of distributions. It has two connections and threads of its own, so that it neither
 * waits for writers nor makes them wait, and needs no calculator.
 */
public final class BookHistory implements AutoCloseable {

  /** The most requests that wait; one more is refused. */
  public static final int WAITING_MAX = 100;

  /** The fund is kept for later readings after so many events that one of them had to read. */
  public static final int CHECKPOINT_EVERY = 20_000;

  private static final int READERS = 2;
  private static final int ROWS_FETCHED = 500;
  private static final long ROWS_BETWEEN_LOOKS = 1_000;
  private static final String FUND =
      BookRows.SELECT
          + " AND sequence_number > ?"
          + " AND event_ser_manifest IN ('zakat-reported.v1', 'zakat-distributed.v1')"
          + " ORDER BY sequence_number";

  private final JournalReader reader;
  private final String persistenceId;
  private final Duration answerMax;
  private final FundCheckpoints checkpoints;
  private final int checkpointEvery;
  private final BookRows rows = new BookRows();
  private final BookTimes times;
  private final FundPages pages;

  private BookHistory(
      JournalReader reader, String persistenceId, Duration answerMax, int checkpointEvery) {
    this.reader = reader;
    this.persistenceId = persistenceId;
    this.answerMax = answerMax;
    this.checkpoints = new FundCheckpoints(persistenceId);
    this.checkpointEvery = checkpointEvery;
    this.times = new BookTimes(persistenceId, rows);
    this.pages = new FundPages(persistenceId, rows);
  }

  /**
   * Opens the history; the database need not be there yet.
   *
   * @param persistenceId the book's
   * @param answerMax how long one answer may take, and is then given up
   */
  public static BookHistory open(
      JournalSettings journal, String persistenceId, Duration answerMax) {
    return open(journal, persistenceId, answerMax, CHECKPOINT_EVERY);
  }

  static BookHistory open(
      JournalSettings journal, String persistenceId, Duration answerMax, int checkpointEvery) {
    JournalReader.Bounds bounds = new JournalReader.Bounds(READERS, WAITING_MAX, answerMax);
    return new BookHistory(
        JournalReader.open(journal, "zakat-history", bounds),
        persistenceId,
        answerMax,
        checkpointEvery);
  }

  /**
   * The fund as it was at that time, by replay from the nearest checkpoint.
   *
   * <p>Completes with {@link TimeoutException} when that takes too long, and with {@link
   * RejectedExecutionException} when too many requests wait.
   */
  public CompletionStage<Fund> fund(Instant asOf) {
    long until = System.nanoTime() + answerMax.toNanos();
    return reader.read(connection -> readFund(connection, asOf, until));
  }

  /**
   * Distributions, the newest first.
   *
   * <p>Completes as {@link #fund}.
   *
   * @param asOf those of that time; empty for all
   * @param before the place from which to go on; empty for the newest
   */
  public CompletionStage<DistributionPage> distributions(
      Optional<Instant> asOf, Optional<Long> before, int limit) {
    long place = before.orElse(Long.MAX_VALUE);
    return readPage(
        asOf, (connection, end) -> pages.distributions(connection, Math.min(place, end), limit));
  }

  /**
   * What came into the fund and what left it, the newest first.
   *
   * <p>Completes as {@link #fund}.
   *
   * @param asOf the ledger of that time; empty for all of it
   * @param before the place from which to go on; empty for the newest
   */
  public CompletionStage<LedgerPage> ledger(
      Optional<Instant> asOf, Optional<LedgerPlace> before, int limit) {
    LedgerPlace place = before.orElse(LedgerPlace.END);
    return readPage(
        asOf,
        (connection, end) ->
            pages.ledger(
                connection, Collections.min(List.of(place, new LedgerPlace(end, 0))), limit));
  }

  @Override
  public void close() {
    reader.close();
  }

  /** Reads what stands before an event. */
  @FunctionalInterface
  private interface PageReading<P> {
    P read(Connection connection, long end) throws SQLException;
  }

  private <P> CompletionStage<P> readPage(Optional<Instant> asOf, PageReading<P> reading) {
    return reader.read(
        connection -> {
          connection.setAutoCommit(false);
          long end =
              asOf.isPresent() ? times.lastUntil(connection, asOf.get()) + 1 : Long.MAX_VALUE;
          P page = reading.read(connection, end);
          connection.rollback();
          return page;
        });
  }

  /** Rows are fetched some at a time only within a transaction; the pool takes it back. */
  private Fund readFund(Connection connection, Instant asOf, long until)
      throws SQLException, TimeoutException {
    connection.setAutoCommit(false);
    Checkpoint start = checkpoints.nearest(connection, asOf);
    FundReplay replay = new FundReplay(start, checkpointEvery);
    boolean complete = replay(connection, start.sequence(), asOf, until, replay);
    connection.rollback();
    // Also of a reading that took too long: the next one begins where it had come to.
    checkpoints.keep(connection, replay.passed());
    if (!complete) {
      throw new TimeoutException("the fund's past is longer than can be read in " + answerMax);
    }
    return replay.fund();
  }

  /** Whether it came to that time before its own was over. */
  private boolean replay(
      Connection connection, long after, Instant asOf, long until, FundReplay replay)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FUND)) {
      select.setFetchSize(ROWS_FETCHED);
      select.setString(1, persistenceId);
      select.setLong(2, after);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          BookEvent event = rows.event(row);
          if (event.at().isAfter(asOf)) {
            return true;
          }
          replay.add(BookRows.sequence(row), event);
          if (replay.events() % ROWS_BETWEEN_LOOKS == 0 && System.nanoTime() > until) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
