package amanah.zakat.calculator;

import amanah.cluster.Quorum;
import amanah.zakat.book.BookReply;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.book.BookAnswer;
import java.util.function.Function;

/** Tells whoever asked for a change what the book says to it, a no or a replay among others. */
record ChangeReply(
    CalculatorMessage.Change change, Quorum quorum, Function<BookAnswer, CalculatorReply> words)
    implements BookDesk.Asker {

  @Override
  public void answered(BookReply reply) {
    if (!(reply instanceof BookReply.Answered answered)) {
      throw new IllegalStateException("the book answered a change with " + reply);
    }
    change.answer(quorum, words.apply(answered.answer()), RefusalCode.TIMEOUT);
  }

  @Override
  public void refused(RefusalCode code, String detail) {
    change.refuse(code, detail);
  }
}
