package amanah.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.receptionist.Receptionist;
import amanah.protocol.WireMessage;

/** What the nodes' watches say to one another, and each to itself. */
public sealed interface QuorumMessage {

  /**
   * Am I one of us?
   *
   * @param round which question of this watch it is; later ones have higher numbers
   * @param uid which incarnation of its node asks; 0 from a version that does not say
   */
  record Ping(long round, ActorRef<QuorumMessage> replyTo, long uid)
      implements QuorumMessage, WireMessage {}

  /** You are. */
  record Pong(long round, ActorRef<QuorumMessage> from) implements QuorumMessage, WireMessage {}

  /** Who the others are. */
  record Watches(Receptionist.Listing listing) implements QuorumMessage {}

  /** Time to ask again. */
  record Tick() implements QuorumMessage {}

  /** Somebody has something to tell, and waits for a majority's word. */
  record Wanted() implements QuorumMessage {}
}
