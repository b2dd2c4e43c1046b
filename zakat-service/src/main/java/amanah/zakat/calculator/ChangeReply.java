package amanah.zakat.calculator;

import amanah.zakat.book.BookReply;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.book.BookAnswer;
import java.util.function.Function;

/** Tells whoever asked for a change what the book says to it. */
record ChangeReply(CalculatorMessage.Change change, Function<BookAnswer, CalculatorReply> words)
    implements BookDesk.Asker {

  @Override
  public void answered(BookReply reply) {
    if (!(reply instanceof BookReply.Answered answered)) {
      throw new IllegalStateException("the book answered a change with " + reply);
    }
    change.replyTo().tell(words.apply(answered.answer()));
  }

  @Override
  public void refused(RefusalCode code, String detail) {
    change.refuse(code, detail);
  }
}
