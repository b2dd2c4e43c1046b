package amanah.campaign.stream;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.Signal;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.Refusal;
import amanah.campaign.entity.CampaignStirred;
import amanah.id.CampaignId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** Reads one campaign's journal for all who listen to it at this node: see {@link Tail}. */
final class CampaignTail extends AbstractOnMessageBehavior<TailMessage>
    implements Tail.Surroundings {

  private static final Duration TICK = Duration.ofSeconds(1);

  private final CampaignId campaignId;
  private final TailEnvironment environment;
  private final ActorRef<DeskMessage> desk;
  private final TimerScheduler<TailMessage> timers;
  private final ActorRef<CampaignStirred> stirred;
  private final Tail tail;
  private final Set<Joining> asking = new HashSet<>();
  private long lastReadNanos;
  private long joins;

  /**
   * Where a tail begins.
   *
   * @param begin the number behind which its window begins
   * @param newest the number of the campaign's last event
   * @param joins how many have come before and have been answered
   */
  record Start(long begin, long newest, long joins) {}

  private CampaignTail(
      ActorContext<TailMessage> context,
      TimerScheduler<TailMessage> timers,
      CampaignId campaignId,
      TailEnvironment environment,
      ActorRef<DeskMessage> desk,
      Start start) {
    super(context);
    this.campaignId = campaignId;
    this.environment = environment;
    this.desk = desk;
    this.timers = timers;
    this.joins = start.joins();
    this.stirred =
        context.messageAdapter(
            CampaignStirred.class, word -> new TailMessage.Stirred(word.sequence()));
    this.tail =
        new Tail(
            environment.limits(),
            environment.budget(),
            this,
            environment.nanoTime(),
            start.begin(),
            start.newest());
    this.tail.start();
  }

  static Behavior<TailMessage> create(
      CampaignId campaignId, TailEnvironment environment, ActorRef<DeskMessage> desk, Start start) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay(new TailMessage.Tick(), TICK);
                  return new CampaignTail(context, timers, campaignId, environment, desk, start);
                }));
  }

  /** Refuses one listener too many. */
  static void full(Joining joining, StreamLimits limits) {
    joining.refuse(
        Refusal.OVERLOADED,
        "%d listen to this campaign at this node, expected fewer"
            .formatted(limits.campaignListenersMax()));
  }

  @Override
  public Behavior<TailMessage> onMessage(TailMessage message) {
    switch (message) {
      case TailMessage.Join join -> onJoin(join.joining());
      case TailMessage.FoundFor found -> onFoundFor(found.joining(), found.newest());
      case TailMessage.NotFoundFor not -> onNotFoundFor(not.joining(), not.failure());
      case TailMessage.More more -> tail.more(more.seat());
      case TailMessage.Leave leave -> tail.leave(leave.seat());
      case TailMessage.Stirred word -> tail.stirred(word.sequence());
      case TailMessage.ReadOn on -> readNow(on.after());
      case TailMessage.Read read -> tail.read(read.page());
      case TailMessage.NotRead not -> onNotRead(not.failure());
      case TailMessage.ReadFor read -> tail.readFor(read.seat(), read.page());
      case TailMessage.NotReadFor not -> onNotReadFor(not.seat(), not.failure());
      case TailMessage.Tick tick -> tail.tick();
      case TailMessage.Found late -> {}
      case TailMessage.NotFound late -> {}
      case TailMessage.End end -> {
        refuseAsking(end.end());
        tail.end(end.end());
        return Behaviors.stopped();
      }
    }
    if (tail.isEmpty()) {
      desk.tell(new DeskMessage.Idle(campaignId, getContext().getSelf(), joins));
    }
    return this;
  }

  @Override
  public Behavior<TailMessage> onSignal(Signal signal) {
    if (signal instanceof PostStop) {
      refuseAsking(StreamEnd.FAILED);
      tail.end(StreamEnd.FAILED);
    }
    return this;
  }

  /** Who knows more than the tail may be right: the journal is asked, and not the tail believed. */
  private void onJoin(Joining joining) {
    if (tail.knows(joining.after())) {
      take(joining);
      return;
    }
    asking.add(joining);
    getContext()
        .pipeToSelf(
            environment.pages().newest(List.of(campaignId)),
            (newest, failure) ->
                failure == null
                    ? new TailMessage.FoundFor(joining, newest.getOrDefault(campaignId, 0L))
                    : new TailMessage.NotFoundFor(joining, failure));
  }

  private void onFoundFor(Joining joining, long newest) {
    asking.remove(joining);
    tail.stirred(newest);
    if (joining.after() <= newest) {
      take(joining);
    } else {
      joins++;
      joining.refuseBeyond(newest);
    }
  }

  private void onNotFoundFor(Joining joining, Throwable failure) {
    asking.remove(joining);
    joins++;
    joining.refuse(Refusal.UNAVAILABLE, "the journal is away: " + failure.getMessage());
  }

  private void refuseAsking(StreamEnd end) {
    asking.forEach(joining -> joining.refuse(Refusal.UNAVAILABLE, end.detail()));
    asking.clear();
  }

  private void take(Joining joining) {
    joins++;
    if (tail.isFull()) {
      full(joining, environment.limits());
      return;
    }
    Seat seat =
        new Seat(
            joining.listener(),
            joining.after(),
            joining.left(),
            environment.nanoTime().getAsLong());
    tail.join(seat);
    if (!joining.answer().complete(new Reply.Done<>(place(seat), false))) {
      tail.leave(seat);
    }
  }

  private EventStream place(Seat seat) {
    ActorRef<TailMessage> self = getContext().getSelf();
    return new EventStream() {
      @Override
      public void more() {
        self.tell(new TailMessage.More(seat));
      }

      @Override
      public void close() {
        self.tell(new TailMessage.Leave(seat));
      }
    };
  }

  private void onNotRead(Throwable failure) {
    tail.notRead();
    if (isUnreadable(failure)) {
      getContext().getLog().error("campaign {} cannot be streamed", campaignId, failure);
      tail.end(StreamEnd.UNREADABLE);
    }
  }

  private void onNotReadFor(Seat seat, Throwable failure) {
    if (isUnreadable(failure)) {
      getContext().getLog().error("campaign {} cannot be streamed", campaignId, failure);
      tail.end(seat, StreamEnd.UNREADABLE);
    } else {
      tail.notReadFor(seat);
    }
  }

  private static boolean isUnreadable(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof UnreadablePageException;
  }

  @Override
  public void read(long after, Tail.Pace pace) {
    Duration since = Duration.ofNanos(environment.nanoTime().getAsLong() - lastReadNanos);
    Duration left = environment.limits().pace().minus(since);
    if (pace == Tail.Pace.NOW || !left.isPositive()) {
      readNow(after);
    } else {
      timers.startSingleTimer(new TailMessage.ReadOn(after), left);
    }
  }

  private void readNow(long after) {
    lastReadNanos = environment.nanoTime().getAsLong();
    getContext()
        .pipeToSelf(
            environment.pages().after(campaignId, after),
            (page, failure) ->
                failure == null ? new TailMessage.Read(page) : new TailMessage.NotRead(failure));
  }

  @Override
  public void readFor(Seat seat) {
    getContext()
        .pipeToSelf(
            environment.pages().after(campaignId, seat.position()),
            (page, failure) ->
                failure == null
                    ? new TailMessage.ReadFor(seat, page)
                    : new TailMessage.NotReadFor(seat, failure));
  }

  @Override
  public void follow(long after) {
    environment.following().follow(campaignId, after, stirred);
  }
}
