package amanah.zakat.application;

import static amanah.zakat.application.CalculatorWords.no;
import static amanah.zakat.application.CalculatorWords.reply;

import akka.actor.typed.ActorRef;
import amanah.cluster.Asking;
import amanah.id.AssessmentId;
import amanah.id.PublicationId;
import amanah.zakat.answering.Answering;
import amanah.zakat.calculator.CalculatorMessage;
import amanah.zakat.calculator.CalculatorReply;
import amanah.zakat.desk.ZakatDesk;
import amanah.zakat.domain.Outcome;
import amanah.zakat.domain.RefusalCode;
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
import amanah.zakat.domain.statistics.Statistics;
import amanah.zakat.journal.BookHistory;
import amanah.zakat.rules.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Asks the calculator through this node's desk, the assessments, and the journal for the past. */
public final class ClusteredZakat implements ZakatQuestions {

  private final ZakatDesk desk;
  private final AssessmentDesk assessments;
  private final Assessing assessing;
  private final FundReading past;
  private final Answering answering;
  private final InstantSource clock;
  private final Supplier<String> requests;
  private final Supplier<Asking> patience;

  /**
   * The door to zakat.
   *
   * @param history reads the journal
   * @param clock the journal's
   * @param requests gives names for requests that must not be done twice
   */
  public ClusteredZakat(
      ZakatDesk desk,
      AssessmentDesk assessments,
      BookHistory history,
      Answering answering,
      InstantSource clock,
      Supplier<String> requests) {
    this.desk = desk;
    this.assessments = assessments;
    this.assessing = new Assessing(desk, assessments);
    this.past = new FundReading(history);
    this.answering = answering;
    this.clock = clock;
    this.requests = requests;
    this.patience = desk::patience;
  }

  private ClusteredZakat(ClusteredZakat usual, Asking patience) {
    this.desk = usual.desk;
    this.assessments = usual.assessments;
    this.assessing = usual.assessing;
    this.past = usual.past;
    this.answering = usual.answering;
    this.clock = usual.clock;
    this.requests = usual.requests;
    this.patience = () -> patience;
  }

  @Override
  public ZakatQuestions within(Duration patienceMax) {
    return new ClusteredZakat(this, desk.patience(patienceMax));
  }

  @Override
  public CompletionStage<Reply<SimpleAnswer>> calculate(SimpleQuestion question) {
    return reply(desk.simple(question), ClusteredZakat::simple);
  }

  private static Reply<SimpleAnswer> simple(CalculatorReply reply) {
    return reply instanceof CalculatorReply.Simple simple ? Reply.done(simple.answer()) : no(reply);
  }

  @Override
  public CompletionStage<Reply<FullAnswer>> calculate(FullQuestion question) {
    return reply(desk.full(question), CalculatorWords::full);
  }

  @Override
  public CompletionStage<Reply<Hawl>> hawl(HawlQuestion question) {
    return CompletableFuture.completedFuture(
        switch (answering.hawl(question, today())) {
          case Outcome.Answered<Hawl> answered -> Reply.done(answered.answer());
          case Outcome.Refused<Hawl> refused -> no(refused.refusal());
        });
  }

  @Override
  public List<Profile> profiles() {
    return answering.profiles().newest();
  }

  @Override
  public CompletionStage<Reply<Statistics>> statistics() {
    return reply(
        ask((until, replyTo) -> new CalculatorMessage.GetStatistics(desk.tally(), replyTo)),
        reply ->
            reply instanceof CalculatorReply.Counted counted
                ? Reply.done(counted.statistics())
                : no(reply));
  }

  @Override
  public CompletionStage<Reply<List<PastCalculation>>> history(int limit) {
    return page(
        limit,
        () ->
            reply(
                ask((until, replyTo) -> new CalculatorMessage.GetHistory(limit, replyTo)),
                reply ->
                    reply instanceof CalculatorReply.Remembered remembered
                        ? Reply.done(remembered.calculations())
                        : no(reply)));
  }

  @Override
  public CompletionStage<Reply<Integer>> clearCache() {
    return reply(
        ask((until, replyTo) -> new CalculatorMessage.ClearCache(replyTo)),
        reply ->
            reply instanceof CalculatorReply.Cleared cleared
                ? Reply.done(cleared.answers())
                : no(reply));
  }

  @Override
  public CompletionStage<Reply<Statistics>> reset() {
    String request = requests.get();
    return reply(
        change((until, replyTo) -> new CalculatorMessage.Reset(request, until, replyTo)),
        reply ->
            reply instanceof CalculatorReply.Begun begun
                ? Reply.done(begun.statistics())
                : no(reply));
  }

  @Override
  public CompletionStage<Reply<PriceList>> prices(Optional<LocalDate> asOf) {
    return reply(
        ask((until, replyTo) -> new CalculatorMessage.GetPrices(asOf, replyTo)),
        reply ->
            reply instanceof CalculatorReply.Priced priced
                ? Reply.done(priced.prices())
                : no(reply));
  }

  @Override
  public CompletionStage<Reply<PublicationReceipt>> publish(
      PublicationId publicationId, MetalPrices prices) {
    return reply(
        change(
            (until, replyTo) ->
                new CalculatorMessage.PublishPrices(publicationId, prices, until, replyTo)),
        ClusteredZakat::published);
  }

  @Override
  public CompletionStage<Reply<PublicationReceipt>> publish(
      PublicationId publicationId, NisabFigure figure) {
    return reply(
        change(
            (until, replyTo) ->
                new CalculatorMessage.PublishNisab(publicationId, figure, until, replyTo)),
        ClusteredZakat::published);
  }

  @Override
  public CompletionStage<Reply<PublicationReceipt>> withdraw(
      PublicationId publicationId, Optional<LocalDate> from) {
    return reply(
        change(
            (until, replyTo) ->
                new CalculatorMessage.WithdrawPublication(publicationId, from, until, replyTo)),
        reply ->
            reply instanceof CalculatorReply.Withdrawn withdrawn
                ? new Reply.Done<>(withdrawn.receipt(), withdrawn.replayed())
                : no(reply));
  }

  private static Reply<PublicationReceipt> published(CalculatorReply reply) {
    return reply instanceof CalculatorReply.Published published
        ? new Reply.Done<>(published.receipt(), published.replayed())
        : no(reply);
  }

  @Override
  public CompletionStage<Reply<Assessment>> assess(AssessmentRequest request) {
    return assessing.assess(patience.get(), request);
  }

  @Override
  public CompletionStage<Reply<Assessment>> assessment(AssessmentId assessmentId) {
    return assessments.get(patience.get(), assessmentId);
  }

  @Override
  public CompletionStage<Reply<Fund>> fund() {
    return reply(
        ask((until, replyTo) -> new CalculatorMessage.GetFund(replyTo)),
        reply ->
            reply instanceof CalculatorReply.Funded funded ? Reply.done(funded.fund()) : no(reply));
  }

  @Override
  public CompletionStage<Reply<Fund>> fund(Instant asOf) {
    return past.fund(asOf);
  }

  @Override
  public CompletionStage<Reply<DistributionReceipt>> distribute(Distribution distribution) {
    return reply(
        change((until, replyTo) -> new CalculatorMessage.Distribute(distribution, until, replyTo)),
        reply ->
            reply instanceof CalculatorReply.Distributed distributed
                ? new Reply.Done<>(distributed.receipt(), distributed.replayed())
                : no(reply));
  }

  @Override
  public CompletionStage<Reply<DistributionPage>> distributions(
      Optional<Instant> asOf, Optional<Long> before, int limit) {
    return page(limit, () -> past.distributions(asOf, before, limit));
  }

  @Override
  public CompletionStage<Reply<LedgerPage>> ledger(
      Optional<Instant> asOf, Optional<LedgerPlace> before, int limit) {
    return page(limit, () -> past.ledger(asOf, before, limit));
  }

  private static <T> CompletionStage<Reply<T>> page(
      int limit, Supplier<CompletionStage<Reply<T>>> reading) {
    return limit < 1 || limit > PAGE_MAX
        ? CompletableFuture.completedFuture(
            new Reply.Refused<>(
                RefusalCode.INVALID_FIELD,
                "limit " + limit + " is refused, expected 1 to " + PAGE_MAX,
                Optional.of("limit")))
        : reading.get();
  }

  private CompletionStage<CalculatorReply> ask(
      BiFunction<Instant, ActorRef<CalculatorReply>, CalculatorMessage> message) {
    return desk.ask(patience.get(), message);
  }

  private CompletionStage<CalculatorReply> change(
      BiFunction<Instant, ActorRef<CalculatorReply>, CalculatorMessage> message) {
    return desk.change(patience.get(), message);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
