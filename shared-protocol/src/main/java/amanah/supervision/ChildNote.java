package amanah.supervision;

import akka.actor.typed.ActorRef;

/** What a supervisor notes for itself about a child. */
sealed interface ChildNote extends SupervisorMessage {

  ChildKey<?> key();

  /** The child's start is complete. */
  record Started(ChildKey<?> key, ActorRef<?> ref) implements ChildNote {}

  /** The child had nothing to do and stops, without a failure. */
  record Ignored(ChildKey<?> key, ActorRef<?> ref) implements ChildNote {}

  /** The delay before the child's restart is over. */
  record DelayOver(ChildKey<?> key) implements ChildNote {}

  /** The child has not stopped itself in the time that it had. */
  record PatienceOver(ChildKey<?> key, ActorRef<?> ref) implements ChildNote {}

  /** The child is not waited for any longer, and counts as one that has come to this end. */
  record GivenUp(ChildKey<?> key, ActorRef<?> ref, ChildEnd end) implements ChildNote {}
}
