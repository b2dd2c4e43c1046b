package amanah.node;

import akka.actor.Address;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Adapter;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.cluster.Cluster;
import akka.cluster.ClusterEvent;
import akka.cluster.Member;
import akka.cluster.typed.Down;
import amanah.cluster.Quorum;
import amanah.journal.register.MemberId;
import amanah.journal.register.Register;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes out of the cluster who is dead for certain, sooner than time alone allows. The sessions of
 * a process that was killed end at the database at once, those of one that stands still, or was cut
 * off from the other nodes, stay. So a member that cannot be reached and has no session left, twice
 * in a row, need not be waited for. One that lives nevertheless could not write anyway.
 *
 * <p>Only who hears a majority decides so: a smaller part that alone reaches the database must not
 * put the others out.
 */
final class DeadMembers extends AbstractOnMessageBehavior<DeadMembers.Message> {

  private static final Logger LOG = LoggerFactory.getLogger(DeadMembers.class);
  private static final Duration AGAIN = Duration.ofMillis(200);
  private static final int LOOKS_MIN = 2;

  private final TimerScheduler<Message> timers;
  private final Quorum quorum;
  private final Function<MemberId, CompletionStage<OptionalLong>> sessions;
  private final Consumer<Address> down;
  private final Map<MemberId, Missing> missing = new HashMap<>();

  /** What it hears. */
  sealed interface Message {

    /** It cannot be reached. */
    record Lost(MemberId member, Address address) implements Message {}

    /** It can be reached again, or is out. */
    record Settled(MemberId member) implements Message {}

    /** It is time to look at a member that cannot be reached. */
    record Look(MemberId member) implements Message {}

    /** So many sessions the database has of it; nothing when it does not know it. */
    record Counted(MemberId member, OptionalLong sessions) implements Message {}
  }

  /** A member that cannot be reached, and how often in a row it had no session. */
  private record Missing(Address address, int looks) {}

  private DeadMembers(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      Quorum quorum,
      Function<MemberId, CompletionStage<OptionalLong>> sessions,
      Consumer<Address> down) {
    super(context);
    this.timers = timers;
    this.quorum = quorum;
    this.sessions = sessions;
    this.down = down;
  }

  /** Starts it on a node that is a member. */
  static void start(ActorSystem<?> system, Register register, Quorum quorum) {
    Cluster cluster = Cluster.get(system);
    akka.cluster.typed.Cluster typed = akka.cluster.typed.Cluster.get(system);
    ActorRef<Message> looking =
        system.systemActorOf(
            create(
                quorum,
                member ->
                    CompletableFuture.supplyAsync(
                        () -> register.sessions(member), Thread::startVirtualThread),
                address -> typed.manager().tell(new Down(address))),
            "dead-members",
            DispatcherSelector.fromConfig("akka.actor.internal-dispatcher"));
    system.systemActorOf(
        Behaviors.<Object>setup(
            context -> {
              cluster.subscribe(
                  Adapter.toClassic(context.getSelf()),
                  ClusterEvent.initialStateAsEvents(),
                  ClusterEvent.ReachabilityEvent.class,
                  ClusterEvent.MemberDowned.class,
                  ClusterEvent.MemberRemoved.class);
              return Behaviors.receiveMessage(
                  event -> {
                    message(event).ifPresent(looking::tell);
                    return Behaviors.same();
                  });
            }),
        "dead-members-events",
        DispatcherSelector.fromConfig("akka.actor.internal-dispatcher"));
  }

  private static Optional<Message> message(Object event) {
    return switch (event) {
      case ClusterEvent.UnreachableMember lost ->
          Optional.of(new Message.Lost(id(lost.member()), lost.member().address()));
      case ClusterEvent.ReachableMember found ->
          Optional.of(new Message.Settled(id(found.member())));
      case ClusterEvent.MemberEvent out -> Optional.of(new Message.Settled(id(out.member())));
      default -> Optional.empty();
    };
  }

  /**
   * Looks at members that cannot be reached.
   *
   * @param sessions how many the database has of a member
   * @param down takes a member out
   */
  static Behavior<Message> create(
      Quorum quorum,
      Function<MemberId, CompletionStage<OptionalLong>> sessions,
      Consumer<Address> down) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new DeadMembers(context, timers, quorum, sessions, down)));
  }

  @Override
  public Behavior<Message> onMessage(Message message) {
    switch (message) {
      case Message.Lost lost -> onLost(lost);
      case Message.Settled settled -> onSettled(settled.member());
      case Message.Look look -> onLook(look.member());
      case Message.Counted counted -> onCounted(counted.member(), counted.sessions());
    }
    return this;
  }

  private void onLost(Message.Lost lost) {
    missing.put(lost.member(), new Missing(lost.address(), 0));
    onLook(lost.member());
  }

  private void onSettled(MemberId member) {
    missing.remove(member);
    timers.cancel(member);
  }

  private static MemberId id(Member member) {
    return new MemberId(
        member.uniqueAddress().address().toString(), member.uniqueAddress().longUid());
  }

  private void onLook(MemberId member) {
    if (missing.containsKey(member)) {
      getContext()
          .pipeToSelf(
              sessions.apply(member),
              (count, failure) ->
                  new Message.Counted(member, failure == null ? count : OptionalLong.empty()));
    }
  }

  private void onCounted(MemberId member, OptionalLong sessions) {
    Missing known = missing.get(member);
    if (known == null) {
      return;
    }
    boolean none = sessions.isPresent() && sessions.getAsLong() == 0 && quorum.held();
    Missing now = new Missing(known.address(), none ? known.looks() + 1 : 0);
    missing.put(member, now);
    if (now.looks() >= LOOKS_MIN) {
      LOG.warn("{} cannot be reached and has no session at the database: it is dead", member);
      missing.remove(member);
      down.accept(now.address());
    } else {
      timers.startSingleTimer(member, new Message.Look(member), AGAIN);
    }
  }
}
