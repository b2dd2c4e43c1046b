package amanah.node;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Adapter;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.cluster.Cluster;
import akka.cluster.ClusterEvent;
import akka.cluster.Member;
import akka.cluster.MemberStatus;
import amanah.journal.JournalFence;
import amanah.journal.SeenEvents;
import amanah.journal.register.FencedException;
import amanah.journal.register.History;
import amanah.journal.register.MemberId;
import amanah.journal.register.Register;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enters this node in the database's list of those that may write, and cuts off every member that
 * has left the cluster, before what ran on it starts anywhere else: all nodes learn that a member
 * is down before it is removed, and its shards move after that.
 *
 * <p>A node that comes later knows nothing of earlier exclusions. But whoever is on the list and
 * not among the members it sees, looked at in this order, has been removed: nobody becomes a full
 * member before all members have seen him come.
 */
final class MemberFence extends AbstractOnMessageBehavior<MemberFence.Message> {

  private static final Logger LOG = LoggerFactory.getLogger(MemberFence.class);
  private static final Duration AGAIN = Duration.ofMillis(300);

  /** The oldest enters first, unless it is of a version that has no list. */
  private static final int TRIES_BEFORE_FOUNDING = 30;

  private static final Duration ENDING_MAX = Duration.ofSeconds(10);

  private final Register register;
  private final JournalFence fence;
  private final SeenEvents seen;
  private final NodeEnd end;
  private final TimerScheduler<Message> timers;
  private final MemberId self;
  private final CompletableFuture<History> entered;
  private final Map<MemberId, Member> members = new HashMap<>();
  private final Set<MemberId> writing = new HashSet<>();
  private final Set<MemberId> unreachable = new HashSet<>();
  private final Set<MemberId> downed = new HashSet<>();
  private int tries;
  private boolean cutting;
  private boolean lastDue;
  private boolean troubled;

  /** What it hears. */
  sealed interface Message {

    /** Of the cluster: the members there are, then every change. */
    record Seen(Object event) implements Message {}

    /** That member has left in order, long enough ago to have ended. */
    record Left(MemberId member) implements Message {}

    /** It is time to enter. */
    record Enter() implements Message {}

    /** These may write, this node among them; nothing as long as it has not entered. */
    record Entered(Optional<List<MemberId>> listed) implements Message {}

    /**
     * It is time to cut off those that are out.
     *
     * @param last whether this node's own services wait for it
     */
    record Cut(boolean last) implements Message {}

    /**
     * These are cut off, and whoever was excluded before.
     *
     * @param begun the database as it was then, for the node's own services
     */
    record CutOff(Set<MemberId> excluded, Optional<History> begun) implements Message {}

    /** The database failed, and {@code again} is to be done later. */
    record Failed(Throwable failure, Message again) implements Message {}
  }

  private MemberFence(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      Register register,
      NodeEnd end,
      CompletableFuture<History> entered) {
    super(context);
    Cluster cluster = Cluster.get(context.getSystem());
    this.register = register;
    this.fence = JournalFence.get(context.getSystem());
    this.seen = SeenEvents.get(context.getSystem());
    this.end = end;
    this.timers = timers;
    this.self = id(cluster.selfMember());
    this.entered = entered;
    cluster.subscribe(
        Adapter.toClassic(context.messageAdapter(Object.class, Message.Seen::new)),
        ClusterEvent.initialStateAsSnapshot(),
        ClusterEvent.MemberEvent.class,
        ClusterEvent.ReachabilityEvent.class);
  }

  /**
   * Starts it on a node that is a member.
   *
   * @return done when the node is entered and everybody who was excluded before is cut off;
   *     entities may start then
   */
  static CompletableFuture<History> start(ActorSystem<?> system, Register register, NodeEnd end) {
    CompletableFuture<History> entered = new CompletableFuture<>();
    system.systemActorOf(
        Behaviors.<Void>setup(context -> guarded(context, create(register, end, entered), end)),
        "member-fence",
        internal());
    return entered;
  }

  /** A node that can cut nobody off must not go on. */
  private static Behavior<Void> guarded(
      ActorContext<Void> context, Behavior<Message> fence, NodeEnd end) {
    context.watch(context.spawn(fence, "fence", internal()));
    return Behaviors.receive(Void.class)
        .onSignal(
            Terminated.class,
            ended -> {
              end.because("what excludes other nodes from the journal has ended");
              return Behaviors.stopped();
            })
        .build();
  }

  private static DispatcherSelector internal() {
    return DispatcherSelector.fromConfig("akka.actor.internal-dispatcher");
  }

  private static Behavior<Message> create(
      Register register, NodeEnd end, CompletableFuture<History> entered) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new MemberFence(context, timers, register, end, entered)));
  }

  private static MemberId id(Member member) {
    return new MemberId(
        member.uniqueAddress().address().toString(), member.uniqueAddress().longUid());
  }

  @Override
  public Behavior<Message> onMessage(Message message) {
    switch (message) {
      case Message.Seen seen -> onSeen(seen.event());
      case Message.Left left -> exclude(left.member());
      case Message.Enter enter -> onEnter();
      case Message.Entered now -> onEntered(now.listed());
      case Message.Cut cut -> onCut(cut.last());
      case Message.CutOff cut -> onCutOff(cut);
      case Message.Failed failed -> onFailed(failed);
    }
    return this;
  }

  private void onSeen(Object event) {
    switch (event) {
      case ClusterEvent.CurrentClusterState state -> onState(state);
      case ClusterEvent.UnreachableMember lost -> unreachable.add(id(lost.member()));
      case ClusterEvent.ReachableMember found -> unreachable.remove(id(found.member()));
      case ClusterEvent.MemberRemoved removed -> onRemoved(id(removed.member()));
      case ClusterEvent.MemberEvent change -> onMember(change.member());
      default -> LOG.debug("heard {}", event);
    }
  }

  private void onState(ClusterEvent.CurrentClusterState state) {
    state.getUnreachable().forEach(lost -> unreachable.add(id(lost)));
    state.getMembers().forEach(this::onMember);
    onEnter();
  }

  private void onMember(Member member) {
    members.put(id(member), member);
    if (member.status().equals(MemberStatus.down())) {
      downed.add(id(member));
      exclude(id(member));
    }
  }

  /** Who could be reached to the last has handed over what it had, and is left to end by itself. */
  private void onRemoved(MemberId member) {
    members.remove(member);
    boolean lost = unreachable.remove(member);
    if (downed.remove(member)) {
      return;
    }
    if (lost) {
      exclude(member);
    } else {
      Message left = new Message.Left(member);
      timers.startSingleTimer(left, left, ENDING_MAX);
    }
  }

  private void exclude(MemberId member) {
    if (!member.equals(self) && writing.add(member)) {
      fence.open(member);
      onCut(false);
    }
  }

  private void onEnter() {
    List<MemberId> others = members.keySet().stream().filter(id -> !id.equals(self)).toList();
    tries++;
    boolean founds = isOldest() || tries > TRIES_BEFORE_FOUNDING;
    Optional<String> founding =
        founds ? Optional.of(UUID.randomUUID().toString()) : Optional.empty();
    ask(
        () ->
            new Message.Entered(
                register.enter(self, others, founding).map(cluster -> register.members())),
        new Message.Enter());
  }

  private boolean isOldest() {
    Member own = members.get(self);
    return own != null
        && members.values().stream().allMatch(other -> other.equals(own) || own.isOlderThan(other));
  }

  private void onEntered(Optional<List<MemberId>> listed) {
    if (listed.isEmpty()) {
      timers.startSingleTimer(new Message.Enter(), AGAIN);
      return;
    }
    listed.get().stream().filter(id -> !members.containsKey(id)).forEach(this::exclude);
    onCut(true);
  }

  private void onCut(boolean last) {
    lastDue |= last;
    if (cutting || (writing.isEmpty() && !lastDue)) {
      return;
    }
    cutting = true;
    boolean isLast = lastDue;
    lastDue = false;
    Set<MemberId> now = Set.copyOf(writing);
    ask(
        () -> {
          register.cutOff(now);
          return new Message.CutOff(
              now, isLast ? Optional.of(History.begin(register, seen)) : Optional.empty());
        },
        new Message.Cut(isLast));
  }

  private void onCutOff(Message.CutOff cut) {
    cutting = false;
    troubled = false;
    cut.excluded().forEach(fence::close);
    writing.removeAll(cut.excluded());
    if (!cut.excluded().isEmpty()) {
      LOG.info("out of the cluster, and cut off from the journal: {}", cut.excluded());
    }
    cut.begun().ifPresent(entered::complete);
    onCut(false);
  }

  private void onFailed(Message.Failed failed) {
    if (failed.again() instanceof Message.Cut) {
      cutting = false;
    }
    if (failed.failure() instanceof FencedException fenced) {
      end.because(String.valueOf(fenced.getMessage()));
      entered.completeExceptionally(fenced);
      return;
    }
    if (!troubled) {
      troubled = true;
      LOG.warn("tried again until it goes well: {}", failed.failure().getMessage());
    }
    timers.startSingleTimer(failed.again(), AGAIN);
  }

  private void ask(Supplier<Message> question, Message again) {
    getContext()
        .pipeToSelf(
            CompletableFuture.supplyAsync(question, Thread::startVirtualThread),
            (answer, failure) -> answer != null ? answer : failed(failure, again));
  }

  private static Message failed(@Nullable Throwable failure, Message again) {
    Throwable reason = failure == null ? new IllegalStateException("no answer") : failure;
    Throwable cause = reason.getCause();
    return new Message.Failed(cause == null ? reason : cause, again);
  }
}
