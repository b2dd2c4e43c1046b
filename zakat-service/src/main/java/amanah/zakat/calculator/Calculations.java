package amanah.zakat.calculator;

import amanah.money.Money;
import amanah.zakat.answering.Answering;
import amanah.zakat.domain.Outcome;
import amanah.zakat.domain.Refusal;
import amanah.zakat.domain.WealthZakat;
import amanah.zakat.domain.price.PriceBook;
import amanah.zakat.domain.question.FullAnswer;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.PastCalculation;
import amanah.zakat.domain.question.PastCalculation.Kind;
import amanah.zakat.domain.question.SimpleAnswer;
import amanah.zakat.domain.question.SimpleQuestion;
import amanah.zakat.domain.rule.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Answers calculations, from the cache where it can, and keeps their history. */
final class Calculations {

  private final Answering answering;
  private final AnswerCache cache;
  private final CalculationHistory history;

  Calculations(Answering answering, CalculatorLimits limits) {
    this.answering = answering;
    this.cache = new AnswerCache(limits.cacheMax(), limits.cacheLinesMax());
    this.history = new CalculationHistory(limits.historyMax());
  }

  CalculatorReply simple(SimpleQuestion question, Instant now, long epoch) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Optional<Refusal> refusal = answering.refusal(question, today);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    AnswerCache.Key.Simple key = new AnswerCache.Key.Simple(question);
    Optional<WealthZakat> known = cache.find(key);
    if (known.isPresent()) {
      return answered(known.get(), true, now, epoch);
    }
    return switch (answering.simple(question, today)) {
      case Outcome.Answered<WealthZakat> answer -> {
        cache.remember(key, answer.answer());
        yield answered(answer.answer(), false, now, epoch);
      }
      case Outcome.Refused<WealthZakat> refused -> refused(refused.refusal());
    };
  }

  CalculatorReply full(FullQuestion asked, PriceBook prices, Instant now, long epoch) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    FullQuestion question = asked.on(today);
    Optional<AnswerCache.Key.Full> key =
        answering
            .rules(question)
            .map(RuleSet::id)
            .map(rules -> new AnswerCache.Key.Full(question, prices.version(), rules));
    Optional<FullAnswer> known = key.flatMap(cache::find);
    if (known.isPresent()) {
      return answered(known.get().fromCache(), now, epoch);
    }
    return switch (answering.full(question, prices, today)) {
      case Outcome.Answered<FullAnswer> answer -> {
        key.ifPresent(place -> cache.remember(place, answer.answer()));
        yield answered(answer.answer(), now, epoch);
      }
      case Outcome.Refused<FullAnswer> refused -> refused(refused.refusal());
    };
  }

  int cacheSize() {
    return cache.size();
  }

  int clearCache() {
    return cache.clear();
  }

  /** As if nothing had been calculated. */
  void forget() {
    cache.clear();
    history.clear();
  }

  List<PastCalculation> newest(int limit) {
    return history.newest(limit);
  }

  private CalculatorReply answered(WealthZakat answer, boolean cached, Instant now, long epoch) {
    note(now, Kind.SIMPLE, answer.zakat(), cached);
    return new CalculatorReply.Simple(new SimpleAnswer(answer, cached), epoch);
  }

  private CalculatorReply answered(FullAnswer answer, Instant now, long epoch) {
    note(now, Kind.FULL, answer.calculation().zakat(), answer.cached());
    return new CalculatorReply.Full(answer, epoch);
  }

  private void note(Instant now, Kind kind, Money zakat, boolean cached) {
    history.add(new PastCalculation(now, kind, zakat, cached));
  }

  private static CalculatorReply refused(Refusal refusal) {
    return new CalculatorReply.Refused(refusal.code(), refusal.detail(), refusal.where());
  }
}
