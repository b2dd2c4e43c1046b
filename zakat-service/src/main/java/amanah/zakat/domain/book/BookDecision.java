package amanah.zakat.domain.book;

import java.util.List;

/** What follows from a command: at most one event, and the answer once it is committed. */
public record BookDecision(List<BookEvent> events, BookAnswer answer) {

  static BookDecision of(BookEvent event, BookAnswer answer) {
    return new BookDecision(List.of(event), answer);
  }

  static BookDecision answer(BookAnswer answer) {
    return new BookDecision(List.of(), answer);
  }
}
