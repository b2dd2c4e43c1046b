package amanah.zakat.book;

import amanah.zakat.domain.book.BookEvent;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.domain.price.PriceBook;
import amanah.zakat.domain.statistics.TallyBook;
import java.util.List;

/** What the book hands up of its own accord, always before it answers the command behind it. */
public sealed interface BookNotice {

  /** The journal has been read to its end. */
  record Recovered(Fund fund, PriceBook prices, TallyBook.Kept tallies) implements BookNotice {}

  /** These events are committed, and this is the book with them. */
  record Committed(List<BookEvent> events, Fund fund, PriceBook prices) implements BookNotice {}
}
