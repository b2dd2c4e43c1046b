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
import akka.cluster.Member;
import akka.cluster.MemberStatus;
import akka.cluster.typed.Cluster;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Asks the watches of all nodes, itself among them, several times in a lease's time. The quorum is
 * held while a majority of the members has answered a question that was put less than the lease
 * ago. The lease is shorter than the least time in which the others could exclude this node and
 * start its entities anew: see {@code cluster.conf}.
 */
public final class QuorumWatch extends AbstractOnMessageBehavior<QuorumMessage> {

  static final ServiceKey<QuorumMessage> KEY =
      ServiceKey.create(QuorumMessage.class, "quorum-watch");
  private static final int ASKED_IN_A_LEASE = 8;

  private final LongSupplier nanoTime;
  private final Supplier<Set<Address>> members;
  private final AtomicLong heardNanos;
  private final Map<Long, Long> askedNanos = new HashMap<>();
  private final Map<ActorRef<QuorumMessage>, Long> heard = new HashMap<>();
  private Set<ActorRef<QuorumMessage>> watches = Set.of();
  private long round;

  private QuorumWatch(
      ActorContext<QuorumMessage> context,
      LongSupplier nanoTime,
      Supplier<Set<Address>> members,
      AtomicLong heardNanos) {
    super(context);
    this.nanoTime = nanoTime;
    this.members = members;
    this.heardNanos = heardNanos;
  }

  /**
   * Begins to watch on this node.
   *
   * @param lease how long an answer counts from the moment the question was put
   */
  public static Quorum start(ActorSystem<?> system, Duration lease) {
    Cluster cluster = Cluster.get(system);
    AtomicLong heardNanos = new AtomicLong(System.nanoTime());
    Behavior<QuorumMessage> watch =
        create(System::nanoTime, () -> members(cluster), heardNanos, lease);
    system.systemActorOf(
        Behaviors.<QuorumMessage>setup(context -> listed(context, watch)),
        "quorum-watch",
        DispatcherSelector.fromConfig("akka.actor.internal-dispatcher"));
    return () -> System.nanoTime() - heardNanos.get() < lease.toNanos() && isMember(cluster);
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
   * @param members where the members are
   * @param heardNanos where it notes when the question was put that a majority answered last
   */
  static Behavior<QuorumMessage> create(
      LongSupplier nanoTime,
      Supplier<Set<Address>> members,
      AtomicLong heardNanos,
      Duration lease) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerAtFixedRate(
                      new QuorumMessage.Tick(), lease.dividedBy(ASKED_IN_A_LEASE));
                  return new QuorumWatch(context, nanoTime, members, heardNanos);
                }));
  }

  private static boolean isMember(Cluster cluster) {
    MemberStatus own = cluster.selfMember().status();
    return own.equals(MemberStatus.up())
        || own.equals(MemberStatus.leaving())
        || own.equals(MemberStatus.exiting());
  }

  private static Set<Address> members(Cluster cluster) {
    return StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
        .filter(
            member ->
                member.status().equals(MemberStatus.up())
                    || member.status().equals(MemberStatus.leaving()))
        .map(Member::address)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Behavior<QuorumMessage> onMessage(QuorumMessage message) {
    switch (message) {
      case QuorumMessage.Tick tick -> onTick();
      case QuorumMessage.Ping ping ->
          ping.replyTo().tell(new QuorumMessage.Pong(ping.round(), getContext().getSelf()));
      case QuorumMessage.Pong pong -> onPong(pong);
      case QuorumMessage.Watches now -> onWatches(now.listing().getAllServiceInstances(KEY));
    }
    return this;
  }

  private void onTick() {
    round++;
    askedNanos.put(round, nanoTime.getAsLong());
    askedNanos.remove(round - ASKED_IN_A_LEASE);
    QuorumMessage.Ping ping = new QuorumMessage.Ping(round, getContext().getSelf());
    watches.forEach(watch -> watch.tell(ping));
    if (members.get().size() <= 1) {
      heardNanos.set(nanoTime.getAsLong());
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
    watches = Set.copyOf(now);
    heard.keySet().retainAll(watches);
  }

  /** The time of the majority is that of the slowest of the quickest that make one. */
  private void note() {
    Set<Address> places = members.get();
    int majority = places.size() / 2 + 1;
    heard.entrySet().stream()
        .filter(entry -> places.contains(address(entry.getKey())))
        .map(Map.Entry::getValue)
        .sorted(Comparator.reverseOrder())
        .skip(majority - 1L)
        .findFirst()
        .ifPresent(asked -> heardNanos.accumulateAndGet(asked, Math::max));
  }

  /** Where a watch is; its own reference does not say. */
  private Address address(ActorRef<QuorumMessage> watch) {
    Address address = watch.path().address();
    return address.hasLocalScope() ? getContext().getSystem().address() : address;
  }
}
