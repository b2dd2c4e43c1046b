package amanah.zakat.application;

import amanah.cluster.Asking;
import amanah.zakat.calculator.CalculatorReply;
import amanah.zakat.domain.Refusal;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.question.FullAnswer;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What the calculator says, in the words of the application. */
final class CalculatorWords {

  private CalculatorWords() {}

  /** Its reply in those words; its silence is a timeout. */
  static <T> CompletionStage<Reply<T>> reply(
      CompletionStage<CalculatorReply> asked, Function<CalculatorReply, Reply<T>> words) {
    // Akka's stages continue on another thread unless they are told where: here, at once.
    return asked.handleAsync(
        (reply, failure) -> {
          if (reply != null) {
            return words.apply(reply);
          }
          if (Asking.isTimeout(failure)) {
            return Reply.refused(
                RefusalCode.TIMEOUT,
                "the calculator gave no answer in time, expected a retry with the same id");
          }
          throw new CompletionException(failure);
        },
        Runnable::run);
  }

  static Reply<FullAnswer> full(CalculatorReply reply) {
    return reply instanceof CalculatorReply.Full full ? Reply.done(full.answer()) : no(reply);
  }

  /** A refusal, which is all that it can be. */
  static <T> Reply<T> no(CalculatorReply reply) {
    if (reply instanceof CalculatorReply.Refused refused) {
      return new Reply.Refused<>(refused.code(), refused.detail(), refused.field());
    }
    throw new IllegalStateException("the calculator answered with " + reply);
  }

  static <T> Reply<T> no(Refusal refusal) {
    return new Reply.Refused<>(refusal.code(), refusal.detail(), refusal.where());
  }
}
