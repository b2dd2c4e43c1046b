package amanah.zakat.calculator;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.PreRestart;
import akka.actor.typed.Signal;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import amanah.cluster.Quorum;
import amanah.protocol.WireMessage;
import amanah.protocol.zakat.ZakatReported;
import amanah.protocol.zakat.ZakatReporting;
import amanah.supervision.ChildAddresses;
import amanah.supervision.Supervisor;
import amanah.supervision.SupervisorNotice;
import amanah.zakat.book.BookMessage;
import amanah.zakat.book.BookNotice;
import amanah.zakat.book.BookReply;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.book.BookCommand;
import amanah.zakat.domain.book.BookEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The calculator of zakat: one in the whole cluster. It has a small tree supervised, and routes
 * each message:
 *
 * <pre>
 *                              root ---- supervisor (rest_for_one)
 *      Report --- gifts of it ---+-----------------> 2. payments ---> assessments
 *        +------- counted -------+--- desk --------> 1. book -------> journal
 *      Distribute, PublishPrices +--- desk ------------^
 *      Calculate, GetFund, ...: answered here, from what the book committed last
 * </pre>
 *
 * <p>Calculations and reads never go through the book's mailbox, and the desk bounds what does: see
 * {@link amanah.zakat.book.ZakatBook} for why that is a matter of life and death. A commit is
 * handed up before its writer is answered, so whoever has an answer reads his own write.
 */
public final class ZakatCalculator extends AbstractOnMessageBehavior<RootMessage> {

  private static final String MOVES = "the calculator moves to another node";

  private final CalculatorEnvironment environment;
  private final BookDesk desk;
  private final StartQueue starting;
  private final Replies replies;
  private final ReportCounter reports;
  private final PositionQuestions positions;
  private final StatisticsBoard board;
  private final Followers followers;
  private final ActorRef<BookReply> bookAnswers;
  private final ActorRef<PaymentMessage.Delivery> deliveries;
  private ChildAddresses children = ChildAddresses.none();
  private @Nullable Committed known;
  private boolean leaving;

  private ZakatCalculator(ActorContext<RootMessage> context, CalculatorEnvironment environment) {
    super(context);
    CalculatorLimits limits = environment.limits();
    int waitingMax = limits.waitingMax();
    this.environment = environment;
    this.desk =
        new BookDesk(
            limits.bookInFlightMax(), waitingMax, environment.clock(), environment.quorum());
    this.starting = new StartQueue(waitingMax);
    this.reports =
        new ReportCounter(
            waitingMax,
            limits.batchMax(),
            limits.reportInterval(),
            environment.clock(),
            desk,
            this::execute);
    this.positions =
        new PositionQuestions(
            waitingMax,
            limits.batchMax(),
            desk,
            campaigns -> ticket -> new BookMessage.Locate(ticket, campaigns, bookAnswers()));
    this.board =
        new StatisticsBoard(limits.book().desksMax(), limits.tallyInterval(), desk, this::execute);
    this.replies =
        new Replies(new Calculations(environment.answering(), limits), board, environment.clock());
    this.followers = new Followers(limits.book().desksMax());
    this.bookAnswers = context.messageAdapter(BookReply.class, RootMessage.BookSaid::new);
    this.deliveries =
        context.messageAdapter(PaymentMessage.Delivery.class, RootMessage.Delivered::new);
    ActorRef<SupervisorNotice> notices =
        context.messageAdapter(SupervisorNotice.class, RootMessage.FromSupervisor::new);
    ActorRef<BookNotice> commits =
        context.messageAdapter(BookNotice.class, RootMessage.FromBook::new);
    // Watched and not handled: when the tree gives up, the calculator fails with it.
    context.watch(
        context.spawn(
            Supervisor.create(
                CalculatorTree.of(environment, commits),
                notices,
                environment.clock(),
                environment.random()),
            "tree"));
  }

  /** The calculator, for desks and for campaigns. It fails when its tree fails for good. */
  public static Behavior<WireMessage> create(CalculatorEnvironment environment) {
    Behavior<RootMessage> root =
        Behaviors.setup(
            context ->
                Behaviors.withTimers(
                    timers -> {
                      timers.startTimerWithFixedDelay(
                          new RootMessage.Tick(), environment.limits().shortestInterval());
                      return new ZakatCalculator(context, environment);
                    }));
    return Behaviors.transformMessages(
        WireMessage.class,
        root,
        messages ->
            messages
                .match(CalculatorMessage.class, RootMessage.FromDesk::new)
                .match(ZakatReporting.class, RootMessage.FromCampaign::new));
  }

  @Override
  public Behavior<RootMessage> onMessage(RootMessage message) {
    switch (message) {
      case RootMessage.FromDesk from -> onDesk(from.message());
      case RootMessage.FromCampaign from -> onReporting(from.message());
      case RootMessage.FromSupervisor from -> onSupervisor(from.notice());
      case RootMessage.FromBook from -> onBook(from.notice());
      case RootMessage.BookSaid said -> desk.answered(said.reply());
      case RootMessage.Delivered delivered -> reports.delivered(delivered.delivery());
      case RootMessage.Tick tick -> {
        reports.writeIfDue();
        board.keepIfDue(now(), false);
      }
      case RootMessage.LeaveAnyway leave -> {
        getContext().getLog().warn("the zakat calculator leaves before it has finished");
        return Behaviors.stopped();
      }
    }
    return leaving && hasFinished() ? Behaviors.stopped() : this;
  }

  /** Leaves signals unhandled: the end of the tree has to fail it. Nobody waits in vain. */
  @Override
  public Behavior<RootMessage> onSignal(Signal signal) {
    if (signal instanceof PostStop || signal instanceof PreRestart) {
      desk.bookDown();
      reports.bookDown();
      reports.deliveryDown();
      starting.refuseAll();
    }
    return Behaviors.unhandled();
  }

  private void onDesk(CalculatorMessage message) {
    switch (message) {
      case CalculatorMessage.Calculate calculate -> onCalculate(calculate);
      case CalculatorMessage.Look look ->
          onceRead(look, committed -> replies.look(look, committed));
      case CalculatorMessage.Change change -> onChange(change);
      case CalculatorMessage.CountTally tally -> onTally(tally);
      case CalculatorMessage.Follow follow -> onFollow(follow);
      case CalculatorMessage.Leave leave -> onLeave();
    }
  }

  /** Whoever has given up has answered by himself. */
  private void onCalculate(CalculatorMessage.Calculate calculate) {
    Instant now = now();
    if (!now.isAfter(calculate.askedUntil())) {
      onceRead(calculate, committed -> replies.calculate(calculate, committed, now));
    }
  }

  /** A calculator that may have a successor must not tell what it believes. */
  private void onceRead(
      CalculatorMessage.Question question, Function<Committed, CalculatorReply> answer) {
    if (!environment.quorum().held()) {
      question.refuse(RefusalCode.UNAVAILABLE, Quorum.LOST);
    } else if (known != null) {
      question.replyTo().tell(answer.apply(known));
    } else if (desk.isClosed()) {
      question.refuse(RefusalCode.UNAVAILABLE, "the calculator's journal cannot be read now");
    } else {
      starting.await(question);
    }
  }

  /** Once it leaves it begins nothing more: whoever asks will ask its successor. */
  private void onChange(CalculatorMessage.Change change) {
    if (!leaving) {
      desk.take(
          execute(change.command()),
          change.askedUntil(),
          new ChangeReply(change, answer -> replies.words(answer, committed())));
    }
  }

  private Committed committed() {
    if (known == null) {
      throw new IllegalStateException("the book answered before it had read its journal");
    }
    return known;
  }

  private LongFunction<BookMessage> execute(BookCommand command) {
    return ticket -> new BookMessage.Execute(ticket, command, bookAnswers);
  }

  private ActorRef<BookReply> bookAnswers() {
    return bookAnswers;
  }

  private void onTally(CalculatorMessage.CountTally tally) {
    if (known != null && environment.quorum().held()) {
      board.told(tally, now());
    }
  }

  private void onFollow(CalculatorMessage.Follow follow) {
    if (known != null && environment.quorum().held()) {
      followers.heard(follow, known.prices(), board.epoch(), now());
    }
  }

  private void onReporting(ZakatReporting message) {
    switch (message) {
      case ZakatReporting.AskPosition ask -> positions.ask(ask.campaignId(), ask.replyTo());
      case ZakatReporting.AskPositions ask -> positions.askAll(ask.campaignIds(), ask.replyTo());
      case ZakatReporting.Report report -> onReport(report);
    }
  }

  private void onReport(ZakatReporting.Report report) {
    if (leaving) {
      report.replyTo().tell(new ZakatReported.NotNow(MOVES));
    } else if (reports.take(report)) {
      children
          .find(CalculatorTree.PAYMENTS)
          .ifPresentOrElse(
              payments ->
                  payments.tell(
                      new PaymentMessage.Deliver(
                          report.campaignId(), report.assessed(), deliveries)),
              reports::deliveryDown);
    }
  }

  /** What came before this message is still written and answered. */
  private void onLeave() {
    leaving = true;
    reports.leave();
    board.keepIfDue(now(), true);
    getContext()
        .scheduleOnce(
            environment.limits().leaveTimeout(),
            getContext().getSelf(),
            new RootMessage.LeaveAnyway());
  }

  /** A book that failed has nothing to finish: its callers were told. */
  private boolean hasFinished() {
    return desk.isClosed() || (desk.isIdle() && reports.isIdle() && board.isIdle());
  }

  private void onSupervisor(SupervisorNotice notice) {
    children = children.after(notice);
    switch (notice) {
      case SupervisorNotice.ChildUp<?> up -> onUp(up);
      case SupervisorNotice.ChildDown down -> onDown(down);
      case SupervisorNotice.ChildStartFailed failed -> log(failed.key().name(), failed.cause());
    }
  }

  private void onUp(SupervisorNotice.ChildUp<?> up) {
    if (up.key() == CalculatorTree.BOOK) {
      desk.bookUp(children.ref(CalculatorTree.BOOK));
    }
  }

  private void onDown(SupervisorNotice.ChildDown down) {
    if (down.reason() instanceof SupervisorNotice.DownReason.Failed failed) {
      log(down.key().name(), failed.cause());
    }
    if (down.key() == CalculatorTree.BOOK) {
      desk.bookDown();
      reports.bookDown();
      starting.refuseAll();
    } else if (down.key() == CalculatorTree.PAYMENTS) {
      reports.deliveryDown();
    }
  }

  private void onBook(BookNotice notice) {
    switch (notice) {
      case BookNotice.Recovered read -> onRecovered(read);
      case BookNotice.Committed committed -> onCommitted(committed);
    }
  }

  private void onRecovered(BookNotice.Recovered read) {
    known = new Committed(read.fund(), read.prices());
    board.recovered(read.tallies());
    List<CalculatorMessage.Question> waited = starting.clear();
    waited.forEach(this::onDesk);
  }

  private void onCommitted(BookNotice.Committed committed) {
    known = new Committed(committed.fund(), committed.prices());
    committed.events().forEach(this::onEvent);
  }

  private void onEvent(BookEvent event) {
    switch (event) {
      case BookEvent.PricesPublished published -> tellFollowers();
      case BookEvent.NisabPublished published -> tellFollowers();
      case BookEvent.StatisticsCounted counted -> board.committed(counted.tallies());
      case BookEvent.StatisticsReset reset -> {
        board.reset(reset.epoch());
        replies.forget();
        tellFollowers();
      }
      case BookEvent.ZakatReported reported -> {}
      case BookEvent.ZakatDistributed distributed -> {}
    }
  }

  private void tellFollowers() {
    if (known != null) {
      followers.changed(known.prices(), board.epoch());
    }
  }

  private Instant now() {
    return environment.clock().instant();
  }

  private void log(String child, Throwable cause) {
    getContext().getLog().warn("the {} of zakat failed: {}", child, cause.getMessage());
  }
}
