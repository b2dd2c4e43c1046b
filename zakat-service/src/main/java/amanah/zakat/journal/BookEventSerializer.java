package amanah.zakat.journal;

import amanah.journal.EventFormat;
import amanah.journal.EventSerializer;
import amanah.zakat.domain.book.BookEvent;
import amanah.zakat.domain.book.BookEvent.NisabPublished;
import amanah.zakat.domain.book.BookEvent.PricesPublished;
import amanah.zakat.domain.book.BookEvent.PublicationWithdrawn;
import amanah.zakat.domain.book.BookEvent.StatisticsCounted;
import amanah.zakat.domain.book.BookEvent.StatisticsReset;
import amanah.zakat.domain.book.BookEvent.ZakatDistributed;
import amanah.zakat.domain.book.BookEvent.ZakatReported;
import java.util.List;

/** How each event of the calculator's book is kept. */
public final class BookEventSerializer extends EventSerializer<BookEvent> {

  /** Stands beside every event in the journal and never changes. */
  public static final int IDENTIFIER = 1411;

  // spotless:off
  private static final List<EventFormat<? extends BookEvent>> FORMATS = List.of(
      new EventFormat<>("zakat-reported.v1",     ZakatReported.class,     ZakatReportedFormat::write,     ZakatReportedFormat::read),
      new EventFormat<>("zakat-distributed.v1",  ZakatDistributed.class,  ZakatDistributedFormat::write,  ZakatDistributedFormat::read),
      new EventFormat<>("prices-published.v1",   PricesPublished.class,   PricesPublishedFormat::write,   PricesPublishedFormat::read),
      new EventFormat<>("nisab-published.v1",    NisabPublished.class,    NisabPublishedFormat::write,    NisabPublishedFormat::read),
      new EventFormat<>("publication-withdrawn.v1", PublicationWithdrawn.class, PublicationWithdrawnFormat::write, PublicationWithdrawnFormat::read),
      new EventFormat<>("statistics-counted.v1", StatisticsCounted.class, StatisticsCountedFormat::write, StatisticsCountedFormat::read),
      new EventFormat<>("statistics-reset.v1",   StatisticsReset.class,   StatisticsResetFormat::write,   StatisticsResetFormat::read));
  // spotless:on

  /** Refuses to start while an event has no format. */
  public BookEventSerializer() {
    super(IDENTIFIER, BookEvent.class, FORMATS);
  }
}
