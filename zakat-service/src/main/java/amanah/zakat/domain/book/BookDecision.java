package amanah.zakat.domain.book;

import amanah.zakat.domain.RefusalCode;
import java.util.List;

/** What follows from a command: at most one event, and the answer once it is committed. */
public record BookDecision(List<BookEvent> events, BookAnswer answer) {

  static BookDecision of(BookEvent event, BookAnswer answer) {
    return new BookDecision(List.of(event), answer);
  }

  static BookDecision answer(BookAnswer answer) {
    return new BookDecision(List.of(), answer);
  }

  /** That no more of these are kept. */
  static BookDecision full(String what, int known, int max) {
    return answer(
        new BookAnswer.Refused(
            RefusalCode.LIMIT_REACHED,
            known + " " + what + " are kept, expected fewer than " + max));
  }
}
