package amanah.supervision;

import akka.actor.typed.ActorRef;

/**
 * What a supervisor tells its observer each time the set of running children changes.
 *
 * <p>The order is the order of the changes: a failed child is down before those that are stopped
 * because of it, and a child is up once its start is complete.
 */
public sealed interface SupervisorNotice {

  /** The child that the notice is about. */
  ChildKey<?> key();

  /** The child has completed its start and has this address from now on. */
  record ChildUp<T>(ChildKey<T> key, ActorRef<T> ref) implements SupervisorNotice {}

  /** Nothing that is sent to the child's last address from now on is sure to be read. */
  record ChildDown(ChildKey<?> key, DownReason reason) implements SupervisorNotice {}

  /** The child, already down, failed to start; there is no address. */
  record ChildStartFailed(ChildKey<?> key, Throwable cause) implements SupervisorNotice {}

  /** Why a child is down. */
  sealed interface DownReason {

    /** The child threw this. */
    record Failed(Throwable cause) implements DownReason {}

    /** The child stopped itself. */
    record Ended() implements DownReason {}

    /** The supervisor is about to stop the child: for a sibling, for a command, for its own end. */
    record Stopped() implements DownReason {}
  }
}
