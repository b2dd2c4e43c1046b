package amanah.journal;

import akka.actor.typed.ActorRef;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.CommandHandlerWithReply;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehaviorWithEnforcedReplies;

/** An entity that keeps what it is told, and tells all of it. */
final class TriedEntity
    extends EventSourcedBehaviorWithEnforcedReplies<TriedEntity.Tell, String, Tried> {

  /** Keep this, unless it is nothing, and tell all. */
  record Tell(String more, ActorRef<Tried> replyTo) {}

  TriedEntity(String id) {
    super(PersistenceId.ofUniqueId(id));
  }

  @Override
  public String journalPluginId() {
    return "amanah-journal";
  }

  @Override
  public String snapshotPluginId() {
    return "amanah-snapshot-store";
  }

  @Override
  public Tried emptyState() {
    return Tried.NOTHING;
  }

  @Override
  public CommandHandlerWithReply<Tell, String, Tried> commandHandler() {
    return (tried, tell) ->
        tell.more().isEmpty()
            ? Effect().reply(tell.replyTo(), tried)
            : Effect().persist(tell.more()).thenReply(tell.replyTo(), kept -> kept);
  }

  @Override
  public EventHandler<Tried, String> eventHandler() {
    return Tried::and;
  }
}
