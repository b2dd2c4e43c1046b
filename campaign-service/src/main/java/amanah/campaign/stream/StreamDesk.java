package amanah.campaign.stream;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import amanah.campaign.domain.Refusal;
import amanah.id.CampaignId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Knows the tails of all campaigns that somebody listens to at this node: starts one for the first
 * listener and stops it after the last. Once in a while it asks the journal, with one question for
 * all of them, how far they have come: for the word of a campaign that moved or slept may be lost.
 */
final class StreamDesk extends AbstractOnMessageBehavior<DeskMessage> {

  private final TailEnvironment environment;
  private final Map<CampaignId, Attended> tails = new HashMap<>();
  private final List<CompletableFuture<Done>> stopping = new ArrayList<>();
  private boolean looking;

  /** A tail, and how many were sent to it. */
  private record Attended(ActorRef<TailMessage> tail, long joins) {}

  private StreamDesk(ActorContext<DeskMessage> context, TailEnvironment environment) {
    super(context);
    this.environment = environment;
  }

  static Behavior<DeskMessage> create(TailEnvironment environment) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay(
                      new DeskMessage.Look(), environment.limits().lookInterval());
                  return new StreamDesk(context, environment);
                }));
  }

  @Override
  public Behavior<DeskMessage> onMessage(DeskMessage message) {
    switch (message) {
      case DeskMessage.Open open -> onOpen(open.campaignId(), open.joining());
      case DeskMessage.Idle idle -> onIdle(idle);
      case DeskMessage.Gone gone -> onGone(gone);
      case DeskMessage.Look look -> onLook();
      case DeskMessage.Looked looked -> onLooked(looked.newest());
      case DeskMessage.Stop stop -> onStop(stop.stopped());
    }
    return this;
  }

  private void onOpen(CampaignId campaignId, Joining joining) {
    if (!stopping.isEmpty()) {
      joining.refuse(Refusal.UNAVAILABLE, StreamEnd.STOPPING.detail());
      return;
    }
    Attended attended = tails.get(campaignId);
    if (attended == null && tails.size() >= environment.limits().tailsMax()) {
      joining.refuse(
          Refusal.OVERLOADED,
          "%d campaigns are listened to at this node, expected fewer".formatted(tails.size()));
      return;
    }
    ActorRef<TailMessage> tail = attended == null ? start(campaignId) : attended.tail();
    tails.put(campaignId, new Attended(tail, attended == null ? 1 : attended.joins() + 1));
    tail.tell(new TailMessage.Join(joining));
  }

  private ActorRef<TailMessage> start(CampaignId campaignId) {
    ActorRef<TailMessage> tail =
        getContext()
            .spawnAnonymous(TailStart.create(campaignId, environment, getContext().getSelf()));
    getContext().watchWith(tail, new DeskMessage.Gone(campaignId, tail));
    return tail;
  }

  private void onIdle(DeskMessage.Idle idle) {
    if (new Attended(idle.tail(), idle.joins()).equals(tails.get(idle.campaignId()))) {
      tails.remove(idle.campaignId());
      getContext().stop(idle.tail());
    }
  }

  private void onGone(DeskMessage.Gone gone) {
    Attended attended = tails.get(gone.campaignId());
    if (attended != null && attended.tail().equals(gone.tail())) {
      tails.remove(gone.campaignId());
    }
    tellStopped();
  }

  private void onLook() {
    if (looking || tails.isEmpty()) {
      return;
    }
    looking = true;
    getContext()
        .pipeToSelf(
            environment.pages().newest(List.copyOf(tails.keySet())),
            (newest, failure) -> new DeskMessage.Looked(failure == null ? newest : Map.of()));
  }

  private void onLooked(Map<CampaignId, Long> newest) {
    looking = false;
    newest.forEach(
        (campaignId, sequence) -> {
          Attended attended = tails.get(campaignId);
          if (attended != null) {
            attended.tail().tell(new TailMessage.Stirred(sequence));
          }
        });
  }

  private void onStop(CompletableFuture<Done> stopped) {
    stopping.add(stopped);
    tails.values().forEach(at -> at.tail().tell(new TailMessage.End(StreamEnd.STOPPING)));
    tellStopped();
  }

  private void tellStopped() {
    if (tails.isEmpty()) {
      stopping.forEach(stopped -> stopped.complete(Done.getInstance()));
    }
  }
}
