package amanah.zakat.desk;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.Props;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.AskPattern;
import akka.actor.typed.javadsl.Behaviors;
import amanah.cluster.Asking;
import amanah.time.ElapsedTime;
import amanah.zakat.answering.Answering;
import amanah.zakat.calculator.CalculatorMessage;
import amanah.zakat.calculator.CalculatorReply;
import amanah.zakat.calculator.CalculatorSingleton;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.SimpleQuestion;
import amanah.zakat.domain.statistics.NodeCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A node's desk in front of the calculator. Calculations depend on rules and prices alone, and the
 * node has both: when the calculator gives no answer in time, is away, or has enough to do, the
 * desk answers by itself, apart from the thread of whoever asks. Everything else waits for the
 * calculator. Thread-safe.
 *
 * <p>Whoever answers a caller counts it: the desk counts all of its node's answers, and its clerk
 * tells the calculator.
 */
public final class ZakatDesk {

  private static final String DISPATCHER = "zakat-desk-dispatcher";

  private final ActorSystem<?> system;
  private final CalculatorSingleton calculator;
  private final DeskLimits limits;
  private final InstantSource clock;
  private final Asking asking;
  private final AnsweredCount count;
  private final Replica replica;
  private final ActorRef<ClerkMessage> clerk;
  private final OwnCalculations own;
  private final AtomicInteger inFlight = new AtomicInteger();

  private ZakatDesk(
      ActorSystem<?> system,
      CalculatorSingleton calculator,
      Answering answering,
      DeskLimits limits,
      InstantSource clock) {
    this.system = system;
    this.calculator = calculator;
    this.limits = limits;
    this.clock = clock;
    this.asking = new Asking(limits.askTimeout(), limits.askAgainAfter(), clock);
    this.count = new AnsweredCount(() -> UUID.randomUUID().toString());
    this.replica = new Replica();
    this.own =
        new OwnCalculations(
            answering,
            count,
            replica,
            clock,
            system.dispatchers().lookup(DispatcherSelector.fromConfig(DISPATCHER)),
            limits.calculationsAloneMax());
    this.clerk =
        system.systemActorOf(
            Behaviors.supervise(
                    DeskClerk.create(
                        calculator.ref(), count, replica, limits, ElapsedTime.ofMachine()))
                .onFailure(Exception.class, SupervisorStrategy.restart()),
            "zakat-desk-" + count.tally().desk(),
            Props.empty());
  }

  /** Opens the desk of this node. */
  public static ZakatDesk open(
      ActorSystem<?> system,
      CalculatorSingleton calculator,
      Answering answering,
      DeskLimits limits,
      InstantSource clock) {
    return new ZakatDesk(system, calculator, answering, limits, clock);
  }

  /** What is due on so much wealth. */
  public CompletionStage<CalculatorReply> simple(SimpleQuestion question) {
    return calculate(
        (until, replyTo) -> new CalculatorMessage.CalculateSimple(question, until, replyTo),
        answer -> own.simple(question, answer));
  }

  /** What is due on all that somebody declares. */
  public CompletionStage<CalculatorReply> full(FullQuestion question) {
    return calculate(
        (until, replyTo) -> new CalculatorMessage.CalculateFull(question, until, replyTo),
        answer -> own.full(question, answer));
  }

  /**
   * The calculator's own answer to a question that changes nothing, asked for again within the time
   * there is, or a {@link java.util.concurrent.TimeoutException}.
   *
   * @param patience of the caller, who may have more to ask
   * @param message the question, with the time at which it is given up and whom to answer
   */
  public CompletionStage<CalculatorReply> ask(
      Asking patience, BiFunction<Instant, ActorRef<CalculatorReply>, CalculatorMessage> message) {
    return ask(patience, message, UnaryOperator.identity());
  }

  /** The same of a question that changes something, once under its name. */
  public CompletionStage<CalculatorReply> change(
      Asking patience, BiFunction<Instant, ActorRef<CalculatorReply>, CalculatorMessage> message) {
    return ask(patience, message, CalculatorReply::certainWhileUnderWay);
  }

  private CompletionStage<CalculatorReply> ask(
      Asking patience,
      BiFunction<Instant, ActorRef<CalculatorReply>, CalculatorMessage> message,
      UnaryOperator<CalculatorReply> certain) {
    Asking.Asked<CalculatorMessage> asked = this::put;
    return patience.ask(asked, message, certain).thenApply(this::noted);
  }

  private <T> CompletionStage<T> put(
      akka.japi.function.Function<ActorRef<T>, CalculatorMessage> message, Duration patience) {
    return AskPattern.ask(calculator.ref(), message::apply, patience, system.scheduler());
  }

  /** The patience for one answer, from now on, however often one has to ask for it. */
  public Asking patience() {
    return patience(limits.askTimeout());
  }

  /** The same for a caller who goes away after so long. */
  public Asking patience(Duration wanted) {
    Duration usual = limits.askTimeout();
    return asking.within(wanted.compareTo(usual) < 0 ? wanted : usual);
  }

  /** What this desk has answered so far. */
  public NodeCounts tally() {
    return count.tally();
  }

  /** Has the calculator keep what this desk has answered; done when it does. */
  public CompletionStage<Done> finish() {
    return AskPattern.ask(
        clerk, ClerkMessage.Finish::new, limits.askAgainAfter(), system.scheduler());
  }

  private CompletionStage<CalculatorReply> calculate(
      BiFunction<Instant, ActorRef<CalculatorReply>, CalculatorMessage> message,
      Consumer<CompletableFuture<CalculatorReply>> alone) {
    CompletableFuture<CalculatorReply> answer = new CompletableFuture<>();
    if (!replica.isCalculatorThere() || !begin()) {
      alone.accept(answer);
      return answer;
    }
    Instant until = clock.instant().plus(limits.calculateTimeout());
    CompletionStage<CalculatorReply> asked =
        put(replyTo -> message.apply(until, replyTo), limits.calculateTimeout());
    // Akka's stages continue on another thread unless they are told where: here, at once.
    asked.whenCompleteAsync((reply, failure) -> answer(answer, reply, alone), Runnable::run);
    return answer;
  }

  private void answer(
      CompletableFuture<CalculatorReply> answer,
      @Nullable CalculatorReply reply,
      Consumer<CompletableFuture<CalculatorReply>> alone) {
    inFlight.decrementAndGet();
    if (reply == null) {
      // From now on nobody else waits for it in vain, until the clerk hears it again.
      replica.missed();
    }
    if (reply == null || isFromNobody(reply)) {
      alone.accept(answer);
    } else {
      answer.completeAsync(() -> noted(reply), Runnable::run);
    }
  }

  /** Whether one more may be at the calculator. */
  private boolean begin() {
    if (inFlight.incrementAndGet() <= limits.calculationsInFlightMax()) {
      return true;
    }
    inFlight.decrementAndGet();
    return false;
  }

  /** Counts an answer to a caller, and notes when the statistics have begun anew. */
  private CalculatorReply noted(CalculatorReply reply) {
    switch (reply) {
      case CalculatorReply.Simple simple ->
          count.answered(simple.answer().zakat().zakat(), simple.answer().cached(), simple.epoch());
      case CalculatorReply.Full full ->
          count.answered(full.answer().calculation().zakat(), full.answer().cached(), full.epoch());
      case CalculatorReply.Begun begun -> count.begun(begun.epoch());
      case CalculatorReply.Counted counted -> {}
      case CalculatorReply.Remembered remembered -> {}
      case CalculatorReply.Cleared cleared -> {}
      case CalculatorReply.Priced priced -> {}
      case CalculatorReply.Published published -> {}
      case CalculatorReply.Withdrawn withdrawn -> {}
      case CalculatorReply.Funded funded -> {}
      case CalculatorReply.Distributed distributed -> {}
      case CalculatorReply.Refused refused -> {}
    }
    return reply;
  }

  /** Whether the calculator could not say anything, so that the desk may. */
  private static boolean isFromNobody(CalculatorReply reply) {
    return reply instanceof CalculatorReply.Refused refused
        && (refused.code().forLater() || refused.code() == RefusalCode.TIMEOUT);
  }
}
