package amanah.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.receptionist.Receptionist;
import amanah.protocol.WireMessage;

/** What the nodes' watches say to one another, and each to itself. */
public sealed interface QuorumMessage {

  /** Are you there? */
  record Ping(long round, ActorRef<QuorumMessage> replyTo) implements QuorumMessage, WireMessage {}

  /** I am. */
  record Pong(long round, ActorRef<QuorumMessage> from) implements QuorumMessage, WireMessage {}

  /** Who the others are. */
  record Watches(Receptionist.Listing listing) implements QuorumMessage {}

  /** Time to ask again. */
  record Tick() implements QuorumMessage {}
}
