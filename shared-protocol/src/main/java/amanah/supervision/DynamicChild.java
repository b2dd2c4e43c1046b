package amanah.supervision;

import akka.actor.typed.ActorRef;
import amanah.supervision.DynamicSupervisorCommand.StartReply;

/** One child of a dynamic supervisor: its specification and where it is in its life. */
record DynamicChild<T>(ChildSpec<T> spec, Phase<T> phase) {

  sealed interface Phase<T> {

    /** Started by command; a failure is an answer. */
    record Requested<T>(ActorRef<T> ref, ActorRef<StartReply<T>> replyTo) implements Phase<T> {}

    /** Started again; a failure is one more restart. */
    record Restarting<T>() implements Phase<T> {}

    /** Not started again before its delay is over. */
    record Delayed<T>() implements Phase<T> {}

    /** At work. */
    record Running<T>() implements Phase<T> {}

    /** Told to stop; forgotten when it has ended. */
    record Stopping<T>() implements Phase<T> {}
  }

  DynamicChild<T> in(Phase<T> next) {
    return new DynamicChild<>(spec, next);
  }
}
