package amanah.campaign.journal;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.pattern.StatusReply;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.CommandHandlerWithReply;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehaviorWithEnforcedReplies;
import akka.persistence.typed.javadsl.ReplyEffect;
import amanah.campaign.domain.CampaignEvent;

/** The smallest writer of campaign events: counts them. */
final class TinyLedger
    extends EventSourcedBehaviorWithEnforcedReplies<TinyLedger.Message, CampaignEvent, Long> {

  sealed interface Message {}

  record Keep(CampaignEvent event, ActorRef<StatusReply<Done>> replyTo) implements Message {}

  record Count(ActorRef<Long> replyTo) implements Message {}

  private TinyLedger(String id) {
    super(PersistenceId.ofUniqueId(id));
  }

  static Behavior<Message> create(String id) {
    return new TinyLedger(id);
  }

  @Override
  public String journalPluginId() {
    return CampaignJournal.PLUGIN;
  }

  @Override
  public String snapshotPluginId() {
    return CampaignJournal.SNAPSHOT_PLUGIN;
  }

  @Override
  public Long emptyState() {
    return 0L;
  }

  @Override
  public CommandHandlerWithReply<Message, CampaignEvent, Long> commandHandler() {
    return this::onMessage;
  }

  @Override
  public EventHandler<Long, CampaignEvent> eventHandler() {
    return (count, event) -> count + 1;
  }

  private ReplyEffect<CampaignEvent, Long> onMessage(Long count, Message message) {
    return switch (message) {
      case Keep keep ->
          Effect().persist(keep.event()).thenReply(keep.replyTo(), state -> StatusReply.ack());
      case Count ask -> Effect().reply(ask.replyTo(), count);
    };
  }
}
