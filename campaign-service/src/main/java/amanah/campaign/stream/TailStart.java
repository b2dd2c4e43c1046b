package amanah.campaign.stream;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.Signal;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import amanah.campaign.domain.Campaign;
import amanah.campaign.domain.Refusal;
import amanah.id.CampaignId;
import java.util.ArrayList;
import java.util.List;

/** A tail that does not know yet how far its campaign has come, or whether there is one. */
final class TailStart extends AbstractOnMessageBehavior<TailMessage> {

  private final CampaignId campaignId;
  private final TailEnvironment environment;
  private final ActorRef<DeskMessage> desk;
  private final List<Joining> waiting = new ArrayList<>();
  private boolean asking;
  private long joins;

  private TailStart(
      ActorContext<TailMessage> context,
      CampaignId campaignId,
      TailEnvironment environment,
      ActorRef<DeskMessage> desk) {
    super(context);
    this.campaignId = campaignId;
    this.environment = environment;
    this.desk = desk;
  }

  static Behavior<TailMessage> create(
      CampaignId campaignId, TailEnvironment environment, ActorRef<DeskMessage> desk) {
    return Behaviors.setup(context -> new TailStart(context, campaignId, environment, desk));
  }

  @Override
  public Behavior<TailMessage> onMessage(TailMessage message) {
    return switch (message) {
      case TailMessage.Join join -> onJoin(join.joining());
      case TailMessage.Found found -> onFound(found.newest());
      case TailMessage.NotFound none ->
          refuse(Refusal.UNAVAILABLE, "the journal is away: " + none.failure().getMessage());
      case TailMessage.End end -> {
        refuse(Refusal.UNAVAILABLE, end.end().detail());
        yield Behaviors.stopped();
      }
      case TailMessage.Stirred early -> this;
      case TailMessage.FoundFor none -> this;
      case TailMessage.NotFoundFor none -> this;
      case TailMessage.More none -> this;
      case TailMessage.Leave none -> this;
      case TailMessage.ReadOn none -> this;
      case TailMessage.Read none -> this;
      case TailMessage.NotRead none -> this;
      case TailMessage.ReadFor none -> this;
      case TailMessage.NotReadFor none -> this;
      case TailMessage.Tick none -> this;
    };
  }

  @Override
  public Behavior<TailMessage> onSignal(Signal signal) {
    if (signal instanceof PostStop) {
      refuse(Refusal.UNAVAILABLE, StreamEnd.STOPPING.detail());
    }
    return this;
  }

  private Behavior<TailMessage> onJoin(Joining joining) {
    joins++;
    if (waiting.size() >= environment.limits().campaignListenersMax()) {
      CampaignTail.full(joining, environment.limits());
      return this;
    }
    waiting.add(joining);
    if (!asking) {
      asking = true;
      getContext()
          .pipeToSelf(
              environment.pages().newest(List.of(campaignId)),
              (newest, failure) ->
                  failure == null
                      ? new TailMessage.Found(newest.getOrDefault(campaignId, 0L))
                      : new TailMessage.NotFound(failure));
    }
    return this;
  }

  private Behavior<TailMessage> onFound(long newest) {
    if (newest == 0) {
      return refuse(Refusal.CAMPAIGN_NOT_FOUND, Campaign.notOpened(campaignId));
    }
    long begin = Tail.begin(waiting.getFirst().after(), newest, environment.limits());
    waiting.forEach(joining -> getContext().getSelf().tell(new TailMessage.Join(joining)));
    return CampaignTail.create(
        campaignId,
        environment,
        desk,
        new CampaignTail.Start(begin, newest, joins - waiting.size()));
  }

  /** Refuses all who wait; whoever comes now makes it ask again, for much may have changed. */
  private Behavior<TailMessage> refuse(Refusal refusal, String detail) {
    waiting.forEach(joining -> joining.refuse(refusal, detail));
    waiting.clear();
    asking = false;
    desk.tell(new DeskMessage.Idle(campaignId, getContext().getSelf(), joins));
    return this;
  }
}
