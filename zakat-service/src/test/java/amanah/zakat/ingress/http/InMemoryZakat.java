package amanah.zakat.ingress.http;

import amanah.id.AssessmentId;
import amanah.id.PublicationId;
import amanah.money.Money;
import amanah.zakat.answering.Answering;
import amanah.zakat.application.Reply;
import amanah.zakat.application.ZakatQuestions;
import amanah.zakat.domain.Outcome;
import amanah.zakat.domain.Refusal;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.WealthZakat;
import amanah.zakat.domain.assessment.AssessedPayment;
import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.assessment.AssessmentRequest;
import amanah.zakat.domain.book.LedgerPage;
import amanah.zakat.domain.book.LedgerPlace;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.fund.DistributionPage;
import amanah.zakat.domain.fund.DistributionReceipt;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.domain.hawl.Hawl;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.price.NisabFigure;
import amanah.zakat.domain.price.PriceList;
import amanah.zakat.domain.price.PublicationReceipt;
import amanah.zakat.domain.question.FullAnswer;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.HawlQuestion;
import amanah.zakat.domain.question.PastCalculation;
import amanah.zakat.domain.question.SimpleAnswer;
import amanah.zakat.domain.question.SimpleQuestion;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.statistics.Statistics;
import amanah.zakat.rules.Profile;
import amanah.zakat.rules.Profiles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All of zakat in memory, at noon of one day for ever. */
public final class InMemoryZakat implements ZakatQuestions {

  /** When everything happens. */
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private final Answering answering =
      Answering.of(Profiles.bundled(), Profiles.DEFAULT, NisabComparison.INCLUSIVE);
  private final InMemoryCalculations calculations = new InMemoryCalculations();
  private final Map<AssessmentId, Assessment> assessments = new HashMap<>();
  private final InMemoryFund fund = new InMemoryFund();
  private final InMemoryPrices prices = new InMemoryPrices();
  private @Nullable RefusalCode refusal;
  private @Nullable RuntimeException failure;
  private CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);
  private final Queue<Duration> patiences = new ConcurrentLinkedQueue<>();
  private int asked;

  /** How often anything was asked. */
  synchronized int asked() {
    return asked;
  }

  /** All that anybody could have changed. */
  public synchronized List<Object> state() {
    return List.of(
        Map.copyOf(assessments), fund.distributions(), prices.now().version(), fund.now());
  }

  /** Refuses everything from now on. */
  public synchronized void refuse(RefusalCode code) {
    refusal = code;
  }

  /** Fails from now on. */
  public synchronized void fail(RuntimeException cause) {
    failure = cause;
  }

  /** Answers nothing before that. */
  public synchronized void answerAfter(CompletableFuture<Void> opening) {
    gate = opening;
  }

  /** How long callers said that they would wait, in the order of their calls. */
  public Queue<Duration> patiences() {
    return patiences;
  }

  /** Gifts and refunds that campaigns reported. */
  public synchronized void report(Money collected, Money refunded) {
    fund.report(collected, refunded);
  }

  /** A gift towards an assessment. */
  public synchronized void pay(AssessmentId assessmentId, AssessedPayment payment) {
    Assessment known = Objects.requireNonNull(assessments.get(assessmentId));
    assessments.put(
        assessmentId,
        new Assessment(
            known.request(),
            known.answer(),
            known.at(),
            known.paid().plus(payment.amount()).minus(payment.returned()),
            List.of(),
            List.of(payment),
            known.paymentCount() + 1,
            known.sequence() + 1));
  }

  private synchronized <T> CompletionStage<Reply<T>> answer(Supplier<Reply<T>> yes) {
    asked++;
    if (failure != null) {
      return CompletableFuture.failedFuture(failure);
    }
    return gate.thenApply(
        open -> refusal == null ? yes.get() : Reply.refused(refusal, "as the test says"));
  }

  @Override
  public ZakatQuestions within(Duration patience) {
    patiences.add(patience);
    return this;
  }

  @Override
  public CompletionStage<Reply<SimpleAnswer>> calculate(SimpleQuestion question) {
    return answer(
        () ->
            switch (answering.simple(question, TODAY)) {
              case Outcome.Answered<WealthZakat> yes -> {
                Money zakat = yes.answer().zakat();
                boolean cached =
                    calculations.answered(question, PastCalculation.Kind.SIMPLE, zakat);
                yield Reply.done(new SimpleAnswer(yes.answer(), cached));
              }
              case Outcome.Refused<WealthZakat> no -> no(no.refusal());
            });
  }

  @Override
  public CompletionStage<Reply<FullAnswer>> calculate(FullQuestion question) {
    return answer(
        () ->
            switch (answering.full(question, prices.now(), TODAY)) {
              case Outcome.Answered<FullAnswer> yes -> {
                Money zakat = yes.answer().calculation().zakat();
                boolean cached = calculations.answered(question, PastCalculation.Kind.FULL, zakat);
                yield Reply.done(cached ? yes.answer().fromCache() : yes.answer());
              }
              case Outcome.Refused<FullAnswer> no -> no(no.refusal());
            });
  }

  @Override
  public CompletionStage<Reply<Hawl>> hawl(HawlQuestion question) {
    return answer(
        () ->
            switch (answering.hawl(question, TODAY)) {
              case Outcome.Answered<Hawl> yes -> Reply.done(yes.answer());
              case Outcome.Refused<Hawl> no -> no(no.refusal());
            });
  }

  @Override
  public List<Profile> profiles() {
    return answering.profiles().newest();
  }

  @Override
  public CompletionStage<Reply<Statistics>> statistics() {
    return answer(() -> Reply.done(calculations.statistics(fund.now())));
  }

  @Override
  public CompletionStage<Reply<List<PastCalculation>>> history(int limit) {
    return answer(() -> Reply.done(calculations.newest(limit)));
  }

  @Override
  public CompletionStage<Reply<Integer>> clearCache() {
    return answer(() -> Reply.done(calculations.forget()));
  }

  @Override
  public CompletionStage<Reply<Statistics>> reset() {
    return answer(() -> Reply.done(calculations.reset(fund.now())));
  }

  @Override
  public CompletionStage<Reply<PriceList>> prices(Optional<LocalDate> asOf) {
    return answer(() -> Reply.done(prices.now().asOf(asOf.orElse(TODAY))));
  }

  @Override
  public CompletionStage<Reply<PublicationReceipt>> publish(
      PublicationId publicationId, MetalPrices published) {
    return answer(() -> prices.publish(publicationId, published));
  }

  @Override
  public CompletionStage<Reply<PublicationReceipt>> publish(
      PublicationId publicationId, NisabFigure figure) {
    return answer(() -> prices.publish(publicationId, figure, answering.refusal(figure)));
  }

  @Override
  public CompletionStage<Reply<PublicationReceipt>> withdraw(
      PublicationId publicationId, Optional<LocalDate> from) {
    return answer(() -> prices.withdraw(publicationId, from));
  }

  @Override
  public CompletionStage<Reply<Assessment>> assess(AssessmentRequest request) {
    return answer(
        () -> {
          Assessment known = assessments.get(request.assessmentId());
          if (known != null) {
            return known.request().equals(request)
                ? new Reply.Done<>(known, true)
                : Reply.refused(
                    RefusalCode.IDEMPOTENCY_MISMATCH,
                    "assessment " + request.assessmentId() + " came before with other content");
          }
          return switch (answering.full(request.question(), prices.now(), TODAY)) {
            case Outcome.Answered<FullAnswer> yes -> Reply.done(made(request, yes.answer()));
            case Outcome.Refused<FullAnswer> no -> no(no.refusal());
          };
        });
  }

  private Assessment made(AssessmentRequest request, FullAnswer answer) {
    Money nothing = Money.zero(request.question().currency());
    Assessment made = new Assessment(request, answer, NOON, nothing, List.of(), List.of(), 0, 1);
    assessments.put(request.assessmentId(), made);
    return made;
  }

  @Override
  public CompletionStage<Reply<Assessment>> assessment(AssessmentId assessmentId) {
    return answer(
        () ->
            Optional.ofNullable(assessments.get(assessmentId))
                .map(Reply::done)
                .orElseGet(
                    () ->
                        Reply.refused(
                            RefusalCode.ASSESSMENT_NOT_FOUND,
                            "no assessment has the id " + assessmentId)));
  }

  @Override
  public CompletionStage<Reply<Fund>> fund() {
    return answer(() -> Reply.done(fund.now()));
  }

  @Override
  public CompletionStage<Reply<Fund>> fund(Instant asOf) {
    return answer(() -> Reply.done(asOf.isBefore(NOON) ? Fund.EMPTY : fund.now()));
  }

  @Override
  public CompletionStage<Reply<DistributionReceipt>> distribute(Distribution distribution) {
    return answer(() -> fund.distribute(distribution));
  }

  @Override
  public CompletionStage<Reply<DistributionPage>> distributions(
      Optional<Instant> asOf, Optional<Long> before, int limit) {
    return answer(() -> Reply.done(fund.page(asOf, before, limit)));
  }

  @Override
  public CompletionStage<Reply<LedgerPage>> ledger(
      Optional<Instant> asOf, Optional<LedgerPlace> before, int limit) {
    return answer(() -> Reply.done(fund.ledger(asOf, before, limit)));
  }

  private static <T> Reply<T> no(Refusal refusal) {
    return new Reply.Refused<>(refusal.code(), refusal.detail(), refusal.where());
  }
}
