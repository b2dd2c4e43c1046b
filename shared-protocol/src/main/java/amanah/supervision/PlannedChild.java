package amanah.supervision;

import amanah.supervision.ChildPhase.Afterwards;
import amanah.supervision.ChildPhase.Condemned;
import amanah.supervision.ChildPhase.Delayed;
import amanah.supervision.ChildPhase.Down;
import amanah.supervision.ChildPhase.Occasion;
import amanah.supervision.ChildPhase.Pending;
import amanah.supervision.ChildPhase.Running;
import amanah.supervision.ChildPhase.Starting;
import amanah.supervision.ChildPhase.Stopping;
import java.util.Optional;

/** One child in the plan; empty results mean that the child is forgotten. */
record PlannedChild(ChildKey<?> key, Restart restart, boolean delayed, ChildPhase phase) {

  static PlannedChild of(ChildSpec<?> spec) {
    return new PlannedChild(
        spec.key(), spec.restart(), spec.restartDelay().isPresent(), new Pending(Occasion.FIRST));
  }

  PlannedChild in(ChildPhase next) {
    return new PlannedChild(key, restart, delayed, next);
  }

  /** It has failed and is to be started again. */
  PlannedChild due() {
    return in(delayed ? new Delayed() : new Pending(Occasion.RESTART));
  }

  /** It has ended for good, until somebody asks for it. */
  Optional<PlannedChild> letGo() {
    return restart == Restart.TEMPORARY ? Optional.empty() : Optional.of(in(new Down()));
  }

  /** It has ended as it was told to. */
  Optional<PlannedChild> stopped(Afterwards afterwards) {
    return switch (afterwards) {
      case START_AGAIN -> Optional.of(in(new Pending(Occasion.RESTART)));
      case STAY_DOWN -> Optional.of(in(new Down()));
      case FORGET -> Optional.empty();
    };
  }

  /** A sibling's restart takes it along: to stop, if it is alive, and to be started again. */
  Optional<PlannedChild> takenAlong() {
    boolean temporary = restart == Restart.TEMPORARY;
    Afterwards afterwards = temporary ? Afterwards.FORGET : Afterwards.START_AGAIN;
    return switch (phase) {
      case Starting starting -> Optional.of(in(new Condemned(afterwards)));
      case Running running -> Optional.of(in(new Condemned(afterwards)));
      case Condemned condemned -> Optional.of(in(new Condemned(afterwards)));
      case Stopping stopping -> Optional.of(in(new Stopping(afterwards)));
      case Delayed delay -> Optional.of(this);
      case Pending pending -> Optional.of(pendingAgain(pending));
      case Down down -> temporary ? Optional.empty() : stopped(Afterwards.START_AGAIN);
    };
  }

  private PlannedChild pendingAgain(Pending pending) {
    return switch (pending.occasion()) {
      case FIRST, RESTART -> this;
      case REQUEST -> in(new Pending(Occasion.RESTART));
    };
  }

  /** It alone is to stop. */
  Optional<PlannedChild> terminated() {
    Afterwards afterwards = restart == Restart.TEMPORARY ? Afterwards.FORGET : Afterwards.STAY_DOWN;
    return switch (phase) {
      case Starting starting -> Optional.of(in(new Condemned(afterwards)));
      case Running running -> Optional.of(in(new Condemned(afterwards)));
      case Condemned condemned -> Optional.of(in(new Condemned(afterwards)));
      case Stopping stopping -> Optional.of(in(new Stopping(afterwards)));
      case Delayed delay -> letGo();
      case Pending pending -> letGo();
      case Down down -> letGo();
    };
  }

  /** The supervisor ends. */
  PlannedChild closed() {
    return switch (phase) {
      case Starting starting -> in(new Condemned(Afterwards.STAY_DOWN));
      case Running running -> in(new Condemned(Afterwards.STAY_DOWN));
      case Condemned condemned -> in(new Condemned(Afterwards.STAY_DOWN));
      case Stopping stopping -> in(new Stopping(Afterwards.STAY_DOWN));
      case Delayed delay -> in(new Down());
      case Pending pending -> in(new Down());
      case Down down -> this;
    };
  }
}
