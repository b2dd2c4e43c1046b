package amanah.cluster;

import akka.actor.Address;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.PostStop;
import akka.actor.typed.Signal;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.receptionist.Receptionist;
import akka.actor.typed.receptionist.ServiceKey;
import akka.cluster.typed.Cluster;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Asks the watches of all nodes, itself among them, several times in a lease's time, and besides
 * whenever somebody waits for their word. The quorum is held while a majority of the members has
 * answered a question that was put less than the lease ago.
 *
 * <p>A watch answers only whom it sees as a reachable member. So the last answer that an excluded
 * node can have was given before its exclusion began to settle, and the lease, counted from the
 * question, is over before anybody may start what it runs: the lease is shorter than {@code
 * stable-after} and {@code down-removal-margin} together, see {@code cluster.conf}. A node that
 * comes back after its exclusion is told nothing by anybody.
 *
 * <p>Those who wait for a word wait in natural batches: while one question is out, others gather,
 * and all of them are asked for by the next.
 */
public final class QuorumWatch extends AbstractOnMessageBehavior<QuorumMessage> {

  /** What the watches are listed under. */
  public static final ServiceKey<QuorumMessage> KEY =
      ServiceKey.create(QuorumMessage.class, "quorum-watch");

  private static final int ASKED_IN_A_LEASE = 8;

  private final LongSupplier nanoTime;
  private final Membership membership;
  private final MajorityQuorum quorum;
  private final Deque<Long> ticks = new ArrayDeque<>();
  private final Map<ActorRef<QuorumMessage>, Long> heard = new HashMap<>();
  private List<ActorRef<QuorumMessage>> watches = List.of();
  private long round = Long.MIN_VALUE;
  private boolean askedForSomebody;

  private QuorumWatch(
      ActorContext<QuorumMessage> context,
      LongSupplier nanoTime,
      Membership membership,
      MajorityQuorum quorum) {
    super(context);
    this.nanoTime = nanoTime;
    this.membership = membership;
    this.quorum = quorum;
    quorum.watchedBy(context.getSelf());
  }

  /**
   * Begins to watch on this node.
   *
   * @param lease how long an answer counts from the moment the question was put
   * @param ends whether the node has begun to end, and must say nothing any more
   */
  public static Quorum start(ActorSystem<?> system, Duration lease, BooleanSupplier ends) {
    ClusterMembership membership = new ClusterMembership(Cluster.get(system));
    MajorityQuorum quorum =
        new MajorityQuorum(
            System::nanoTime,
            membership,
            lease,
            () -> membership.isMember() && !ends.getAsBoolean());
    Behavior<QuorumMessage> watch = create(System::nanoTime, membership, quorum, lease);
    system.systemActorOf(
        Behaviors.<QuorumMessage>setup(context -> listed(context, watch)),
        "quorum-watch",
        DispatcherSelector.fromConfig("akka.actor.internal-dispatcher"));
    return quorum;
  }

  /** Is known to the others, and gets to know them. */
  private static Behavior<QuorumMessage> listed(
      ActorContext<QuorumMessage> context, Behavior<QuorumMessage> watch) {
    ActorRef<Receptionist.Command> receptionist = context.getSystem().receptionist();
    receptionist.tell(Receptionist.register(KEY, context.getSelf()));
    receptionist.tell(
        Receptionist.subscribe(
            KEY, context.messageAdapter(Receptionist.Listing.class, QuorumMessage.Watches::new)));
    return watch;
  }

  /**
   * A watch that has yet to hear of the others.
   *
   * @param quorum what it finds, and those who wait for it
   */
  public static Behavior<QuorumMessage> create(
      LongSupplier nanoTime, Membership membership, MajorityQuorum quorum, Duration lease) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  // At a fixed rate all that a pause has missed would be asked at once after it.
                  timers.startTimerWithFixedDelay(
                      new QuorumMessage.Tick(), lease.dividedBy(ASKED_IN_A_LEASE));
                  return new QuorumWatch(context, nanoTime, membership, quorum);
                }));
  }

  @Override
  public Behavior<QuorumMessage> onMessage(QuorumMessage message) {
    switch (message) {
      case QuorumMessage.Tick tick -> onTick();
      case QuorumMessage.Wanted wanted -> onWanted();
      case QuorumMessage.Ping ping -> onPing(ping);
      case QuorumMessage.Pong pong -> onPong(pong);
      case QuorumMessage.Watches now -> onWatches(now.listing().getAllServiceInstances(KEY));
    }
    return this;
  }

  @Override
  public Behavior<QuorumMessage> onSignal(Signal signal) {
    if (signal instanceof PostStop) {
      quorum.unconfirmed().close();
    }
    return this;
  }

  /** What was asked a lease ago is not answered any more. */
  private void onTick() {
    ask();
    ticks.add(round);
    if (ticks.size() > ASKED_IN_A_LEASE) {
      ticks.remove();
      quorum.unconfirmed().settleUpTo(ticks.element() - 1, false);
    }
  }

  private void onWanted() {
    if (!askedForSomebody) {
      ask();
    }
  }

  /** Questions are numbered by the time at which they are put. */
  private void ask() {
    round = Math.max(round + 1, nanoTime.getAsLong());
    askedForSomebody = quorum.unconfirmed().areWaiting();
    quorum.unconfirmed().askedIn(round);
    QuorumMessage.Ping ping =
        new QuorumMessage.Ping(round, getContext().getSelf(), membership.uid());
    watches.forEach(watch -> watch.tell(ping));
    if (quorum.isAlone()) {
      onHeard(round);
    }
  }

  private void onHeard(long asked) {
    quorum.heard(asked);
    if (askedForSomebody && asked >= round) {
      askedForSomebody = false;
      if (quorum.unconfirmed().areWaiting()) {
        getContext().getSelf().tell(new QuorumMessage.Wanted());
      }
    }
  }

  /** Whoever is unreachable to somebody may be excluded soon, and must not be told otherwise. */
  private void onPing(QuorumMessage.Ping ping) {
    if (membership.isReachable(address(ping.replyTo()), ping.uid())) {
      ping.replyTo().tell(new QuorumMessage.Pong(ping.round(), getContext().getSelf()));
    }
  }

  private void onPong(QuorumMessage.Pong pong) {
    if (isOfThisLease(pong.round()) && watches.contains(pong.from())) {
      heard.merge(pong.from(), pong.round(), Math::max);
      note();
    }
  }

  private boolean isOfThisLease(long asked) {
    return asked <= round && (ticks.isEmpty() || asked >= ticks.element());
  }

  private void onWatches(Set<ActorRef<QuorumMessage>> now) {
    watches =
        now.stream()
            .sorted(Comparator.comparing(watch -> watch.path().address().toString()))
            .toList();
    heard.keySet().retainAll(now);
  }

  /** The time of the majority is that of the slowest of the quickest that make one. */
  private void note() {
    Set<Address> voters = membership.voters();
    int majority = voters.size() / 2 + 1;
    heard.entrySet().stream()
        .filter(entry -> voters.contains(address(entry.getKey())))
        .map(Map.Entry::getValue)
        .sorted(Comparator.reverseOrder())
        .skip(majority - 1L)
        .findFirst()
        .ifPresent(this::onHeard);
  }

  /** Where a watch is; the reference of one on this node does not say. */
  private Address address(ActorRef<QuorumMessage> watch) {
    Address own = getContext().getSystem().address();
    Address address = watch.path().address();
    return address.hasLocalScope() && address.system().equals(own.system()) ? own : address;
  }
}
