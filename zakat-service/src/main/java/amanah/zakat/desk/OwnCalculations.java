package amanah.zakat.desk;

import amanah.money.Money;
import amanah.zakat.answering.Answering;
import amanah.zakat.calculator.CalculatorReply;
import amanah.zakat.domain.Outcome;
import amanah.zakat.domain.Refusal;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.WealthZakat;
import amanah.zakat.domain.question.FullAnswer;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.SimpleAnswer;
import amanah.zakat.domain.question.SimpleQuestion;
import amanah.zakat.domain.wealth.LoneAsset;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What a desk calculates by itself, with the prices that it was told. Whoever asks may be a thread
 * that serves a thousand callers, or the one that tells the time: so it is done apart, and so many
 * wait for it at most. Thread-safe.
 */
final class OwnCalculations {

  private final Answering answering;
  private final AnsweredCount count;
  private final Replica replica;
  private final InstantSource clock;
  private final Executor apart;
  private final int waitingMax;
  private final AtomicInteger waiting = new AtomicInteger();

  OwnCalculations(
      Answering answering,
      AnsweredCount count,
      Replica replica,
      InstantSource clock,
      Executor apart,
      int waitingMax) {
    this.answering = answering;
    this.count = count;
    this.replica = replica;
    this.clock = clock;
    this.apart = apart;
    this.waitingMax = waitingMax;
  }

  void simple(SimpleQuestion question, CompletableFuture<CalculatorReply> answer) {
    calculate(() -> simple(question), answer);
  }

  void full(FullQuestion question, CompletableFuture<CalculatorReply> answer) {
    calculate(() -> full(question), answer);
  }

  private void calculate(
      Supplier<CalculatorReply> calculation, CompletableFuture<CalculatorReply> answer) {
    if (waiting.incrementAndGet() > waitingMax) {
      waiting.decrementAndGet();
      answer.complete(
          CalculatorReply.Refused.because(
              RefusalCode.OVERLOADED,
              "the calculator is away and %d calculations wait for this node, expected a retry"
                  .formatted(waitingMax)));
    } else {
      answer.completeAsync(() -> done(calculation), apart);
    }
  }

  private CalculatorReply done(Supplier<CalculatorReply> calculation) {
    try {
      return calculation.get();
    } finally {
      waiting.decrementAndGet();
    }
  }

  private CalculatorReply simple(SimpleQuestion question) {
    return switch (answering.simple(question, today())) {
      case Outcome.Answered<WealthZakat> answer -> {
        count.answeredAlone(answer.answer().zakat());
        yield new CalculatorReply.Simple(new SimpleAnswer(answer.answer(), false), 0);
      }
      case Outcome.Refused<WealthZakat> refused -> refused(refused.refusal());
    };
  }

  private CalculatorReply full(FullQuestion question) {
    return switch (answering.full(question, replica.prices(), today())) {
      case Outcome.Answered<FullAnswer> answer -> answered(question, answer.answer());
      case Outcome.Refused<FullAnswer> refused -> refused(refused.refusal());
    };
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** A figure that this node was never told of could have made another answer. */
  private CalculatorReply answered(FullQuestion question, FullAnswer answer) {
    if (!replica.isTold() && usesPublished(question, answer)) {
      return unknownPrices();
    }
    Money due = answer.calculation().zakat();
    count.answeredAlone(due);
    return new CalculatorReply.Full(answer, 0);
  }

  private static boolean usesPublished(FullQuestion question, FullAnswer answer) {
    return !question.prices().equals(answer.figures().prices().perGram())
        || question.assets().stream().anyMatch(LoneAsset.Income.class::isInstance);
  }

  /** What is not known here may well have been published. */
  private static CalculatorReply refused(Refusal refusal) {
    return refusal instanceof Refusal.PriceMissing || refusal instanceof Refusal.PriceStale
        ? unknownPrices()
        : new CalculatorReply.Refused(refusal.code(), refusal.detail(), refusal.where());
  }

  private static CalculatorReply unknownPrices() {
    return CalculatorReply.Refused.because(
        RefusalCode.UNAVAILABLE,
        "the calculator is away and this node does not know its prices, expected a retry");
  }
}
