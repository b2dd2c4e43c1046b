package amanah.cluster;

import akka.actor.Address;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.receptionist.Receptionist;
import akka.actor.typed.receptionist.ServiceKey;
import akka.cluster.typed.Cluster;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Asks the watches of all nodes, itself among them, several times in a lease's time. The quorum is
 * held while a majority of the members has answered a question that was put less than the lease
 * ago.
 *
 * <p>A watch answers only whom it sees as a reachable member. So the last answer that an excluded
 * node can have was given before its exclusion began to settle, and the lease, counted from the
 * question, is over before anybody may start what it runs: the lease is shorter than {@code
 * stable-after} and {@code down-removal-margin} together, see {@code cluster.conf}. A node that
 * comes back after its exclusion is told nothing by anybody.
 */
public final class QuorumWatch extends AbstractOnMessageBehavior<QuorumMessage> {

  /** What the watches are listed under. */
  public static final ServiceKey<QuorumMessage> KEY =
      ServiceKey.create(QuorumMessage.class, "quorum-watch");

  private static final int ASKED_IN_A_LEASE = 8;

  private final LongSupplier nanoTime;
  private final Membership membership;
  private final AtomicLong heardNanos;
  private final Map<Long, Long> askedNanos = new HashMap<>();
  private final Map<ActorRef<QuorumMessage>, Long> heard = new HashMap<>();
  private List<ActorRef<QuorumMessage>> watches = List.of();
  private long round;

  private QuorumWatch(
      ActorContext<QuorumMessage> context,
      LongSupplier nanoTime,
      Membership membership,
      AtomicLong heardNanos) {
    super(context);
    this.nanoTime = nanoTime;
    this.membership = membership;
    this.heardNanos = heardNanos;
  }

  /**
   * Begins to watch on this node.
   *
   * @param lease how long an answer counts from the moment the question was put
   */
  public static Quorum start(ActorSystem<?> system, Duration lease) {
    ClusterMembership membership = new ClusterMembership(Cluster.get(system));
    AtomicLong heardNanos = new AtomicLong(System.nanoTime());
    Behavior<QuorumMessage> watch = create(System::nanoTime, membership, heardNanos, lease);
    system.systemActorOf(
        Behaviors.<QuorumMessage>setup(context -> listed(context, watch)),
        "quorum-watch",
        DispatcherSelector.fromConfig("akka.actor.internal-dispatcher"));
    return () -> System.nanoTime() - heardNanos.get() < lease.toNanos() && membership.isMember();
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
   * @param heardNanos where it notes when the question was put that a majority answered last
   */
  public static Behavior<QuorumMessage> create(
      LongSupplier nanoTime, Membership membership, AtomicLong heardNanos, Duration lease) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  // At a fixed rate all that a pause has missed would be asked at once after it.
                  timers.startTimerWithFixedDelay(
                      new QuorumMessage.Tick(), lease.dividedBy(ASKED_IN_A_LEASE));
                  return new QuorumWatch(context, nanoTime, membership, heardNanos);
                }));
  }

  @Override
  public Behavior<QuorumMessage> onMessage(QuorumMessage message) {
    switch (message) {
      case QuorumMessage.Tick tick -> onTick();
      case QuorumMessage.Ping ping -> onPing(ping);
      case QuorumMessage.Pong pong -> onPong(pong);
      case QuorumMessage.Watches now -> onWatches(now.listing().getAllServiceInstances(KEY));
    }
    return this;
  }

  private void onTick() {
    round++;
    askedNanos.put(round, nanoTime.getAsLong());
    askedNanos.remove(round - ASKED_IN_A_LEASE);
    QuorumMessage.Ping ping =
        new QuorumMessage.Ping(round, getContext().getSelf(), membership.uid());
    watches.forEach(watch -> watch.tell(ping));
    if (membership.voters().size() <= 1) {
      heardNanos.set(nanoTime.getAsLong());
    }
  }

  /** Whoever is unreachable to somebody may be excluded soon, and must not be told otherwise. */
  private void onPing(QuorumMessage.Ping ping) {
    if (membership.isReachable(address(ping.replyTo()), ping.uid())) {
      ping.replyTo().tell(new QuorumMessage.Pong(ping.round(), getContext().getSelf()));
    }
  }

  private void onPong(QuorumMessage.Pong pong) {
    Long asked = askedNanos.get(pong.round());
    if (asked != null && watches.contains(pong.from())) {
      heard.merge(pong.from(), asked, Math::max);
      note();
    }
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
        .ifPresent(asked -> heardNanos.accumulateAndGet(asked, Math::max));
  }

  /** Where a watch is; the reference of one on this node does not say. */
  private Address address(ActorRef<QuorumMessage> watch) {
    Address own = getContext().getSystem().address();
    Address address = watch.path().address();
    return address.hasLocalScope() && address.system().equals(own.system()) ? own : address;
  }
}
