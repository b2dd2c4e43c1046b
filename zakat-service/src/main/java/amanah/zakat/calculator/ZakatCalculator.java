package amanah.zakat.calculator;

import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.PreRestart;
import akka.actor.typed.Signal;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import amanah.cluster.Quorum;
import amanah.protocol.WireMessage;
import amanah.protocol.zakat.ZakatReporting;
import amanah.supervision.ChildAddresses;
import amanah.supervision.SupervisedTree;
import amanah.supervision.SupervisorNotice;
import amanah.zakat.book.BookNotice;
import amanah.zakat.book.BookReply;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.book.BookEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
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

  private final CalculatorEnvironment environment;
  private final BookDesk desk;
  private final StartQueue starting;
  private final Replies replies;
  private final BookAsks book;
  private final CampaignDesk campaigns;
  private final StatisticsBoard board;
  private final Followers followers;
  private final SupervisedTree tree;
  private ChildAddresses children = ChildAddresses.none();
  private @Nullable Committed known;
  private boolean leaving;

  private ZakatCalculator(ActorContext<RootMessage> context, CalculatorEnvironment environment) {
    super(context);
    CalculatorLimits limits = environment.limits();
    this.environment = environment;
    this.desk =
        new BookDesk(
            limits.bookInFlightMax(),
            limits.waitingMax(),
            environment.clock(),
            environment.quorum());
    this.starting = new StartQueue(limits.waitingMax());
    this.book = new BookAsks(context.messageAdapter(BookReply.class, RootMessage.BookSaid::new));
    this.campaigns =
        new CampaignDesk(
            limits,
            environment.elapsed(),
            desk,
            book,
            context.messageAdapter(PaymentMessage.Delivery.class, RootMessage.Delivered::new));
    this.board = new StatisticsBoard(limits.book().desksMax(), limits.tallyInterval(), desk, book);
    this.replies =
        new Replies(new Calculations(environment.answering(), limits), board, environment.clock());
    this.followers = new Followers(limits.book().desksMax());
    this.tree = CalculatorTree.start(context, environment);
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
      case RootMessage.FromCampaign from -> campaigns.take(from.message());
      case RootMessage.FromSupervisor from -> onSupervisor(from.notice());
      case RootMessage.FromBook from -> onBook(from.notice());
      case RootMessage.BookSaid said -> desk.answered(said.reply());
      case RootMessage.Delivered delivered -> campaigns.delivered(delivered.delivery());
      case RootMessage.Tick tick -> {
        campaigns.writeIfDue();
        board.keepIfDue(elapsed(), false);
      }
      case RootMessage.LeaveAnyway leave -> {
        getContext().getLog().warn("the zakat calculator leaves before it has finished");
        return Behaviors.stopped();
      }
    }
    if (leaving && hasFinished()) {
      tree.stop();
    }
    return this;
  }

  /** Leaves signals unhandled: the end of the tree has to fail it. Nobody waits in vain. */
  @Override
  public Behavior<RootMessage> onSignal(Signal signal) {
    if (tree.hasStopped(signal)) {
      return Behaviors.stopped();
    }
    if (signal instanceof PostStop || signal instanceof PreRestart) {
      desk.bookDown();
      campaigns.bookDown();
      campaigns.paymentsDown();
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
    Instant now = environment.clock().instant();
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
      question.answer(environment.quorum(), answer.apply(known), RefusalCode.UNAVAILABLE);
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
          book.execute(change.command(environment.answering())),
          change.askedUntil(),
          new ChangeReply(
              change, environment.quorum(), answer -> replies.words(answer, committed())));
    }
  }

  private Committed committed() {
    if (known == null) {
      throw new IllegalStateException("the book answered before it had read its journal");
    }
    return known;
  }

  private void onTally(CalculatorMessage.CountTally tally) {
    if (known != null && environment.quorum().held()) {
      board.told(tally, elapsed());
    }
  }

  private void onFollow(CalculatorMessage.Follow follow) {
    if (known != null && environment.quorum().held()) {
      followers.heard(follow, known.prices(), board.epoch(), elapsed());
    }
  }

  /** What came before this message is still written and answered. */
  private void onLeave() {
    leaving = true;
    campaigns.leave();
    board.keepIfDue(elapsed(), true);
    getContext()
        .scheduleOnce(
            environment.limits().leaveTimeout(),
            getContext().getSelf(),
            new RootMessage.LeaveAnyway());
  }

  /** A book that failed has nothing to finish: its callers were told. */
  private boolean hasFinished() {
    return desk.isClosed() || (desk.isIdle() && campaigns.isIdle() && board.isIdle());
  }

  private void onSupervisor(SupervisorNotice notice) {
    children = children.after(notice);
    campaigns.paymentsAt(children.find(CalculatorTree.PAYMENTS));
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
      campaigns.bookDown();
      starting.refuseAll();
    } else if (down.key() == CalculatorTree.PAYMENTS) {
      campaigns.paymentsDown();
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
    desk.bookRecovered();
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
      case BookEvent.PublicationWithdrawn withdrawn -> tellFollowers();
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

  private Duration elapsed() {
    return environment.elapsed().elapsed();
  }

  private void log(String child, Throwable cause) {
    getContext().getLog().warn("the {} of zakat failed: {}", child, cause.getMessage());
  }
}
