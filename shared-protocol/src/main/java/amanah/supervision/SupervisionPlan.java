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
import amanah.supervision.Ruling.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All decisions of a supervisor of fixed children, without an actor, a clock or a timer.
 *
 * <p>An event changes what each child is to become ({@link ChildPhase}); {@link #nextStep} then
 * says the one thing to do next: first the condemned are stopped, the last one first and each one
 * waited for; then the pending are started, the first one first and each one waited for. So two
 * failures at once need no case of their own. The actor does the step, says so ({@link #stopping},
 * {@link #starting}) and asks again.
 */
record SupervisionPlan(
    Strategy strategy, RestartWindow window, boolean closing, List<PlannedChild> children) {

  static SupervisionPlan of(Supervision supervision) {
    return new SupervisionPlan(
        supervision.strategy(),
        RestartWindow.empty(supervision.intensity()),
        false,
        supervision.children().stream().map(PlannedChild::of).toList());
  }

  /** The child's actor has ended, by itself or because it was told to. */
  Ruling ended(ChildKey<?> key, ChildEnd end, Duration now) {
    PlannedChild child = child(key);
    return switch (child.phase()) {
      case Condemned condemned -> asTold(child, condemned.afterwards());
      case Stopping stopping -> asTold(child, stopping.afterwards());
      case Running running -> byRule(child, end, now);
      case Starting starting -> startFailed(child, starting.occasion(), now);
      case Down down -> throw notAlive(child);
      case Pending pending -> throw notAlive(child);
      case Delayed delayed -> throw notAlive(child);
    };
  }

  private Ruling asTold(PlannedChild child, Afterwards afterwards) {
    return new Ruling(replace(child, child.stopped(afterwards)), Outcome.AS_TOLD);
  }

  private Ruling byRule(PlannedChild child, ChildEnd end, Duration now) {
    return child.restart().follows(end)
        ? restart(child, now)
        : new Ruling(replace(child, child.letGo()), Outcome.LET_GO);
  }

  private Ruling startFailed(PlannedChild child, Occasion occasion, Duration now) {
    SupervisionPlan down = with(child.in(new Down()));
    return switch (occasion) {
      case FIRST -> new Ruling(down.close(), Outcome.FIRST_START_FAILED);
      case RESTART -> restart(child, now);
      case REQUEST -> new Ruling(replace(child, child.letGo()), Outcome.REQUEST_FAILED);
    };
  }

  private Ruling restart(PlannedChild failed, Duration now) {
    RestartWindow next = window.plus(now);
    SupervisionPlan counted = new SupervisionPlan(strategy, next, closing, children);
    if (next.exceeded()) {
      return new Ruling(counted.with(failed.in(new Down())).close(), Outcome.INTENSITY_EXCEEDED);
    }
    SupervisionPlan planned = counted.with(failed.due());
    for (PlannedChild sibling : strategy.group(children, children.indexOf(failed))) {
      if (!sibling.equals(failed)) {
        planned = planned.replace(sibling, sibling.takenAlong());
      }
    }
    return new Ruling(planned, Outcome.RESTART);
  }

  private static IllegalStateException notAlive(PlannedChild child) {
    return new IllegalStateException("A child ended that was not alive: " + child);
  }

  /** The one thing to do next. */
  Step nextStep() {
    if (anyIn(Stopping.class)) {
      return new Step.Rest();
    }
    Optional<PlannedChild> condemned =
        children.reversed().stream()
            .filter(child -> child.phase() instanceof Condemned)
            .findFirst();
    if (condemned.isPresent()) {
      return new Step.Stop(condemned.get().key());
    }
    if (closing) {
      return new Step.Close();
    }
    return anyIn(Starting.class) ? new Step.Rest() : nextStart();
  }

  /** A delayed child holds back those that may depend on it, and each one's first start. */
  private Step nextStart() {
    boolean delayed = strategy == Strategy.ONE_FOR_ALL && anyIn(Delayed.class);
    for (PlannedChild child : children) {
      delayed = delayed || child.phase() instanceof Delayed;
      if (child.phase() instanceof Pending pending && !(delayed && held(pending))) {
        return new Step.Start(child.key());
      }
    }
    return new Step.Rest();
  }

  private boolean held(Pending pending) {
    return switch (strategy) {
      case ONE_FOR_ONE -> pending.occasion() == Occasion.FIRST;
      case ONE_FOR_ALL, REST_FOR_ONE -> true;
    };
  }

  private boolean anyIn(Class<? extends ChildPhase> phase) {
    return children.stream().anyMatch(child -> phase.isInstance(child.phase()));
  }

  /** The actor has begun to start this child. */
  SupervisionPlan starting(ChildKey<?> key) {
    PlannedChild child = child(key);
    if (child.phase() instanceof Pending pending) {
      return with(child.in(new Starting(pending.occasion())));
    }
    throw new IllegalStateException("A child is started out of its turn: " + child);
  }

  /** The actor has told this child to stop. */
  SupervisionPlan stopping(ChildKey<?> key) {
    PlannedChild child = child(key);
    if (child.phase() instanceof Condemned condemned) {
      return with(child.in(new Stopping(condemned.afterwards())));
    }
    throw new IllegalStateException("A child is stopped out of its turn: " + child);
  }

  /** The child's start is complete; one that is to stop meanwhile still is. */
  SupervisionPlan started(ChildKey<?> key) {
    return change(key, Starting.class, starting -> new Running());
  }

  /** The child had nothing to do, and its actor is about to end. */
  SupervisionPlan ignored(ChildKey<?> key) {
    Afterwards afterwards =
        child(key).restart() == Restart.TEMPORARY ? Afterwards.FORGET : Afterwards.STAY_DOWN;
    return change(key, Starting.class, starting -> new Stopping(afterwards));
  }

  /** The child need not wait any longer. */
  SupervisionPlan delayOver(ChildKey<?> key) {
    return change(key, Delayed.class, delayed -> new Pending(Occasion.RESTART));
  }

  /** The child is to stop, and no other. */
  SupervisionPlan terminate(ChildKey<?> key) {
    return replace(child(key), child(key).terminated());
  }

  /** The child, which is down, is to be started. */
  SupervisionPlan request(ChildKey<?> key) {
    return change(key, Down.class, down -> new Pending(Occasion.REQUEST));
  }

  /** The child, which is down, is forgotten. */
  SupervisionPlan delete(ChildKey<?> key) {
    return replace(child(key), Optional.empty());
  }

  /** All children are to stop, and none is started any more. */
  SupervisionPlan close() {
    return new SupervisionPlan(
        strategy, window, true, children.stream().map(PlannedChild::closed).toList());
  }

  /** Whether the supervisor's own start is complete. */
  boolean opened() {
    return !closing && children.stream().noneMatch(child -> child.phase().first());
  }

  Optional<PlannedChild> find(ChildKey<?> key) {
    return children.stream().filter(child -> child.key().equals(key)).findFirst();
  }

  private PlannedChild child(ChildKey<?> key) {
    return find(key).orElseThrow(() -> new IllegalStateException("No child '" + key + "'"));
  }

  private <P extends ChildPhase> SupervisionPlan change(
      ChildKey<?> key, Class<P> from, Function<P, ChildPhase> to) {
    PlannedChild child = child(key);
    return from.isInstance(child.phase())
        ? with(child.in(to.apply(from.cast(child.phase()))))
        : this;
  }

  private SupervisionPlan with(PlannedChild child) {
    return replace(child, Optional.of(child));
  }

  private SupervisionPlan replace(PlannedChild child, Optional<PlannedChild> replacement) {
    List<PlannedChild> next = new ArrayList<>();
    for (PlannedChild each : children) {
      if (!each.key().equals(child.key())) {
        next.add(each);
      } else {
        replacement.ifPresent(next::add);
      }
    }
    return new SupervisionPlan(strategy, window, closing, List.copyOf(next));
  }
}
