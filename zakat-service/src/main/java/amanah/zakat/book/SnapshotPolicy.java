package amanah.zakat.book;

import amanah.zakat.domain.book.BookEvent;

/**
 * Decides when a snapshot is worth its cost, as campaigns do: the work between two of them grows
 * with the book, so that all of them together cost a small multiple of the last one.
 *
 * <p>Work is counted in the reports of campaigns that were counted. Reading back an event costs
 * about as much as ten of them.
 */
final class SnapshotPolicy {

  private static final long REPORTS_AN_EVENT = 10;
  private static final long WORK_MIN = 20_000;
  private static final long BOOK_PARTS = 4;

  private long work;

  /** Notes an event that happened since the last snapshot. */
  void journaled(BookEvent event) {
    work +=
        REPORTS_AN_EVENT
            + switch (event) {
              case BookEvent.ZakatReported reported -> reported.reports().size();
              case BookEvent.StatisticsCounted counted -> counted.tallies().size();
              case BookEvent.ZakatDistributed one -> 1;
              case BookEvent.PricesPublished one -> 1;
              case BookEvent.NisabPublished one -> 1;
              case BookEvent.PublicationWithdrawn one -> 1;
              case BookEvent.StatisticsReset one -> 1;
            };
  }

  /** Whether enough has happened for a book that remembers so many things. */
  boolean isDue(long size) {
    return work >= Math.max(WORK_MIN, size / BOOK_PARTS);
  }

  /** Begins to count anew; the snapshot is on its way. */
  void taken() {
    work = 0;
  }

  /** The snapshot was not kept: the next one is due soon. */
  void failed(long size) {
    work = Math.max(0, size / BOOK_PARTS - WORK_MIN);
  }
}
