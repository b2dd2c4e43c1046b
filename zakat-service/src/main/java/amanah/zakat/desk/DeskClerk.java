package amanah.zakat.desk;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import amanah.time.ElapsedTime;
import amanah.zakat.calculator.CalculatorMessage;
import amanah.zakat.calculator.CalculatorNotice;
import amanah.zakat.domain.price.PriceBook;
import amanah.zakat.domain.price.Publication;
import amanah.zakat.domain.statistics.NodeCounts;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Does a desk's work beside the questions: follows the calculator's prices, notices whether it is
 * there, and tells it what the desk has answered until that is kept.
 */
final class DeskClerk extends AbstractOnMessageBehavior<ClerkMessage> {

  private static final int MISSED_FOLLOWS_MAX = 3;

  /** The most tallies whose acknowledgement is waited for; an older one is passed over. */
  private static final int TOLD_MAX = 100;

  private final ActorRef<? super CalculatorMessage> calculator;
  private final AnsweredCount count;
  private final Replica replica;
  private final DeskLimits limits;
  private final ElapsedTime elapsed;
  private final ActorRef<CalculatorNotice> self;
  private NodeCounts kept;
  private boolean known;
  private final Deque<NodeCounts> told = new ArrayDeque<>();
  private Duration tellAgainAt = Duration.ZERO;
  private int follows;
  private @Nullable ActorRef<Done> finishing;

  private DeskClerk(
      ActorContext<ClerkMessage> context,
      ActorRef<? super CalculatorMessage> calculator,
      AnsweredCount count,
      Replica replica,
      DeskLimits limits,
      ElapsedTime elapsed) {
    super(context);
    this.calculator = calculator;
    this.count = count;
    this.replica = replica;
    this.limits = limits;
    this.elapsed = elapsed;
    this.self = context.messageAdapter(CalculatorNotice.class, ClerkMessage.FromCalculator::new);
    NodeCounts now = count.tally();
    this.kept = NodeCounts.empty(now.desk(), now.epoch());
    follow();
  }

  /** Works for the desk that counts so, and shows what it was told in the replica. */
  static Behavior<ClerkMessage> create(
      ActorRef<? super CalculatorMessage> calculator,
      AnsweredCount count,
      Replica replica,
      DeskLimits limits,
      ElapsedTime elapsed) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay(
                      new ClerkMessage.Follow(), limits.followInterval());
                  timers.startTimerWithFixedDelay(new ClerkMessage.Tell(), limits.tallyInterval());
                  return new DeskClerk(context, calculator, count, replica, limits, elapsed);
                }));
  }

  @Override
  public Behavior<ClerkMessage> onMessage(ClerkMessage message) {
    switch (message) {
      case ClerkMessage.Follow follow -> onFollow();
      case ClerkMessage.Tell tell -> tellIfDue();
      case ClerkMessage.FromCalculator from -> onNotice(from.notice());
      case ClerkMessage.Finish finish -> onFinish(finish.replyTo());
    }
    return this;
  }

  private void onFollow() {
    if (follows >= MISSED_FOLLOWS_MAX) {
      replica.missed();
    }
    follow();
  }

  private void follow() {
    follows++;
    calculator.tell(new CalculatorMessage.Follow(replica.prices().version(), self));
  }

  private void tellIfDue() {
    NodeCounts now = count.tally();
    if (isKept(now)) {
      finished();
      return;
    }
    if (!count.isEpochKnown()) {
      return;
    }
    boolean again = elapsed.elapsed().compareTo(tellAgainAt) >= 0;
    if (!now.equals(told.peekLast()) || again) {
      tell(now);
    }
  }

  private void tell(NodeCounts now) {
    told.addLast(now);
    if (told.size() > TOLD_MAX) {
      told.removeFirst();
    }
    tellAgainAt = elapsed.elapsed().plus(limits.tallyAgainAfter());
    boolean sameEpoch = known && kept.epoch() == now.epoch();
    calculator.tell(new CalculatorMessage.CountTally(now, sameEpoch, finishing != null, self));
  }

  private boolean isKept(NodeCounts now) {
    return now.calculations() == 0
        || (known
            && kept.epoch() == now.epoch()
            && kept.desk().equals(now.desk())
            && kept.calculations() >= now.calculations());
  }

  private void onNotice(CalculatorNotice notice) {
    follows = 0;
    replica.heard();
    switch (notice) {
      case CalculatorNotice.Here here -> onHere(here);
      case CalculatorNotice.TallyKept keeping -> onKept(keeping);
      case CalculatorNotice.DeskForgotten forgotten -> onForgotten(forgotten);
    }
  }

  private void onHere(CalculatorNotice.Here here) {
    count.begun(here.epoch());
    PriceBook before = replica.prices();
    if (here.version() < before.version()) {
      // A calculator that knows less began from an older copy of its journal: what it says holds.
      replica.emptied();
      follow();
      return;
    }
    PriceBook prices = before;
    if (here.after() == before.version()) {
      for (Publication publication : here.publications()) {
        prices = prices.with(publication);
      }
    }
    replica.prices(prices, prices.version() == here.version());
    if (prices.version() < here.version()) {
      follow();
    }
  }

  /** Acknowledged is one of those that were told; those before it are superseded. */
  private void onKept(CalculatorNotice.TallyKept keeping) {
    if (told.stream().noneMatch(tally -> isMeant(tally, keeping))) {
      return;
    }
    NodeCounts next = told.removeFirst();
    while (!isMeant(next, keeping)) {
      next = told.removeFirst();
    }
    kept = next;
    known = true;
    tellIfDue();
  }

  private static boolean isMeant(NodeCounts tally, CalculatorNotice.TallyKept keeping) {
    return tally.desk().equals(keeping.desk())
        && tally.epoch() == keeping.epoch()
        && tally.calculations() == keeping.calculations();
  }

  private void onForgotten(CalculatorNotice.DeskForgotten forgotten) {
    if (count.tally().desk().equals(forgotten.desk())) {
      count.forgotten(kept);
      told.clear();
      known = false;
      tellIfDue();
    }
  }

  private void onFinish(ActorRef<Done> replyTo) {
    finishing = replyTo;
    NodeCounts now = count.tally();
    if (isKept(now)) {
      finished();
    } else if (count.isEpochKnown()) {
      tell(now);
    }
  }

  private void finished() {
    if (finishing != null) {
      finishing.tell(Done.getInstance());
      finishing = null;
    }
  }
}
