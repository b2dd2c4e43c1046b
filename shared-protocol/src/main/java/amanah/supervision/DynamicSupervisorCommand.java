package amanah.supervision;

import akka.actor.typed.ActorRef;
import amanah.supervision.SupervisorCommand.ChildCount;

/**
 * What may be asked of a dynamic supervisor.
 *
 * @param <A> what a child is made from
 * @param <T> the children's messages
 */
public sealed interface DynamicSupervisorCommand<A, T> extends DynamicSupervisorMessage<A, T> {

  /** Starts a child; the answer comes when its start is complete, has failed, or is refused. */
  record StartChild<A, T>(A argument, ActorRef<StartReply<T>> replyTo)
      implements DynamicSupervisorCommand<A, T> {}

  /** Stops a child and forgets it; the answer comes when it has ended. */
  record TerminateChild<A, T>(ChildKey<T> key, ActorRef<ChildReply> replyTo)
      implements DynamicSupervisorCommand<A, T> {}

  /** How many children there are, and how many of them run. */
  record CountChildren<A, T>(ActorRef<ChildCount> replyTo)
      implements DynamicSupervisorCommand<A, T> {}

  /** Stops all children, all at once as in OTP, and then the supervisor. */
  record Stop<A, T>() implements DynamicSupervisorCommand<A, T> {}

  /** The answer to {@link StartChild}. */
  sealed interface StartReply<T> {

    /** It runs; by this key it is known, whatever address it has after a restart. */
    record Started<T>(ChildKey<T> key, ActorRef<T> ref) implements StartReply<T> {}

    /** It had nothing to do, and is forgotten. */
    record Ignored<T>() implements StartReply<T> {}

    /** It threw while it started, and is forgotten. This is no restart. */
    record Failed<T>(Throwable cause) implements StartReply<T> {}

    /** There are as many children as there may be. */
    record ChildrenMaxReached<T>(int childrenMax) implements StartReply<T> {}

    /** The supervisor is stopping. */
    record Closing<T>() implements StartReply<T> {}
  }
}
