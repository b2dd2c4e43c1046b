package amanah.supervision;

import akka.actor.typed.ActorRef;
import java.util.List;
import java.util.Optional;

/** What may be asked of a supervisor of fixed children; OTP's calls of the same names. */
public sealed interface SupervisorCommand extends SupervisorMessage {

  /** All children, in the order of their start. */
  record WhichChildren(ActorRef<Children> replyTo) implements SupervisorCommand {}

  /** How many children there are, and how many of them run. */
  record CountChildren(ActorRef<ChildCount> replyTo) implements SupervisorCommand {}

  /**
   * Stops one child, and no other; the answer comes when it has ended. It stays down until it is
   * restarted by command, or for the sake of a sibling. A temporary child is forgotten.
   */
  record TerminateChild(ChildKey<?> key, ActorRef<ChildReply> replyTo)
      implements SupervisorCommand {}

  /** Starts a child that is down; the answer comes when its start is complete, or has failed. */
  record RestartChild(ChildKey<?> key, ActorRef<ChildReply> replyTo) implements SupervisorCommand {}

  /** Forgets a child that is down. */
  record DeleteChild(ChildKey<?> key, ActorRef<ChildReply> replyTo) implements SupervisorCommand {}

  /** Stops the children in reverse order, waiting for each, and then the supervisor. */
  record Stop() implements SupervisorCommand {}

  /** The answer to {@link WhichChildren}. */
  record Children(List<Child> children) {}

  /** One child as its supervisor sees it. */
  record Child(ChildKey<?> key, ChildState state, ChildKind kind, Restart restart) {

    static Child of(ChildSpec<?> spec, ChildPhase phase, Optional<ActorRef<?>> ref) {
      ChildState otherwise =
          phase instanceof ChildPhase.Down ? new ChildState.Down() : new ChildState.Restarting();
      ChildState state = ref.<ChildState>map(ChildState.Alive::new).orElse(otherwise);
      return new Child(spec.key(), state, spec.kind(), spec.restart());
    }

    private boolean alive() {
      return state instanceof ChildState.Alive;
    }

    private boolean supervises() {
      return kind == ChildKind.SUPERVISOR;
    }
  }

  /** Whether a child runs; OTP answers pid, {@code restarting} or {@code undefined}. */
  sealed interface ChildState {

    /** It has this address, and may still be starting or stopping. */
    record Alive(ActorRef<?> ref) implements ChildState {}

    /** It waits for its turn or for its delay. */
    record Restarting() implements ChildState {}

    /** It is down and stays so. */
    record Down() implements ChildState {}

    /** The address, if there is one. */
    default Optional<ActorRef<?>> address() {
      return switch (this) {
        case Alive alive -> Optional.of(alive.ref());
        case Restarting restarting -> Optional.empty();
        case Down down -> Optional.empty();
      };
    }
  }

  /** The answer to {@link CountChildren}: all, those alive, and all by their kind. */
  record ChildCount(int specs, int active, int supervisors, int workers) {

    static ChildCount of(Children children) {
      List<Child> all = children.children();
      int active = Math.toIntExact(all.stream().filter(Child::alive).count());
      int supervisors = Math.toIntExact(all.stream().filter(Child::supervises).count());
      return new ChildCount(all.size(), active, supervisors, all.size() - supervisors);
    }
  }
}
