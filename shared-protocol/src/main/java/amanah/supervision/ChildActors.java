package amanah.supervision;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.TimerScheduler;
import amanah.supervision.SupervisorNotice.ChildDown;
import amanah.supervision.SupervisorNotice.ChildStartFailed;
import amanah.supervision.SupervisorNotice.ChildUp;
import amanah.supervision.SupervisorNotice.DownReason;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The actors and timers of a supervisor's children, and the notices about them. It does what it is
 * told, and decides nothing.
 */
final class ChildActors<M> {

  private record DelayTimer(ChildKey<?> key) {}

  private record PatienceTimer(ChildKey<?> key) {}

  /** A child's actor beside its specification, so that both have the same type. */
  private record Live<T>(ChildSpec<T> spec, ActorRef<T> ref, boolean up) {}

  private final ActorContext<M> context;
  private final TimerScheduler<M> timers;
  private final ActorRef<SupervisorNotice> observer;
  private final Function<ChildNote, M> message;
  private final Map<ChildKey<?>, Live<?>> live = new HashMap<>();
  private final Map<ActorRef<?>, ChildKey<?>> keys = new HashMap<>();

  /** Those who hang, until they end after all: as many as there are threads that they hold. */
  private final Map<ActorRef<?>, ChildKey<?>> givenUp = new HashMap<>();

  private long givenUpEver;

  ChildActors(
      ActorContext<M> context,
      TimerScheduler<M> timers,
      ActorRef<SupervisorNotice> observer,
      Function<ChildNote, M> message) {
    this.context = context;
    this.timers = timers;
    this.observer = observer;
    this.message = message;
  }

  <T> ActorRef<T> start(ChildSpec<T> spec, ChildAddresses siblings) {
    ActorRef<M> self = context.getSelf();
    ActorRef<T> ref =
        context.spawn(
            spec.factory().behavior(spec.key(), siblings, note -> self.tell(message.apply(note))),
            freeName(spec.key()));
    context.watch(ref);
    live.put(spec.key(), new Live<>(spec, ref, false));
    keys.put(ref, spec.key());
    return ref;
  }

  /** The child's own, unless one who was given up still has it. */
  private String freeName(ChildKey<?> key) {
    return givenUp.containsValue(key) ? key.name() + "~" + givenUpEver : key.name();
  }

  /** Whether the note is of the child's present actor, not of one that is gone. */
  boolean isOf(ChildKey<?> key, ActorRef<?> ref) {
    return key.equals(keys.get(ref));
  }

  void up(ChildKey<?> key) {
    live.put(key, up(child(key)));
  }

  private <T> Live<T> up(Live<T> child) {
    observer.tell(new ChildUp<>(child.spec().key(), child.ref()));
    return new Live<>(child.spec(), child.ref(), true);
  }

  /** The address of a child whose start is complete, added to those of its siblings. */
  ChildAddresses with(ChildAddresses siblings, ChildKey<?> key) {
    Live<?> child = live.get(key);
    return child != null && child.up() ? with(siblings, child) : siblings;
  }

  private static <T> ChildAddresses with(ChildAddresses siblings, Live<T> child) {
    return siblings.with(child.spec().key(), child.ref());
  }

  Optional<ActorRef<?>> ref(ChildKey<?> key) {
    return Optional.ofNullable(live.get(key)).map(Live::ref);
  }

  void stop(ChildKey<?> key) {
    live.put(key, stop(child(key)));
  }

  private <T> Live<T> stop(Live<T> child) {
    if (child.up()) {
      observer.tell(new ChildDown(child.spec().key(), new DownReason.Stopped()));
    }
    switch (child.spec().shutdown()) {
      case Shutdown.AtOnce<T> atOnce ->
          force(child.spec().key(), child.ref(), atOnce.patienceMax());
      case Shutdown.Patient<T> patient -> child.ref().tell(patient.message());
      case Shutdown.Graceful<T> graceful -> stopGracefully(child, graceful);
    }
    return new Live<>(child.spec(), child.ref(), false);
  }

  private <T> void stopGracefully(Live<T> child, Shutdown.Graceful<T> graceful) {
    ChildKey<T> key = child.spec().key();
    child.ref().tell(graceful.message());
    timers.startSingleTimer(
        new PatienceTimer(key),
        message.apply(new ChildNote.PatienceOver(key, child.ref())),
        graceful.patienceMax());
  }

  void endPatience(ChildNote.PatienceOver note) {
    if (isOf(note.key(), note.ref())) {
      force(note.key(), note.ref(), Shutdown.FORCE_MAX);
    }
  }

  private void force(ChildKey<?> key, ActorRef<?> ref, Duration max) {
    context.stop(ref);
    timers.startSingleTimer(
        new PatienceTimer(key),
        message.apply(new ChildNote.GivenUp(key, ref, new ChildEnd.Normal())),
        max);
  }

  /** From now on it is as if the child had ended; its actor does what it likes. */
  void giveUp(ChildNote.GivenUp note) {
    givenUpEver++;
    givenUp.put(note.ref(), note.key());
    context.setLoggerName(Supervisor.class);
    context
        .getLog()
        .error(
            "Child '{}' has not ended in its time and is given up: {} may hang and hold a thread",
            note.key(),
            note.ref().path());
    ended(note.key(), note.end().downReason());
  }

  /** Whether a child was given up that has not ended since. */
  boolean anyHangs() {
    return !givenUp.isEmpty();
  }

  /** Whether this was one who had been given up, and of whom nothing is expected any more. */
  boolean endedAfterAll(ActorRef<?> ref) {
    return givenUp.remove(ref) != null;
  }

  ChildKey<?> key(ActorRef<?> ref) {
    ChildKey<?> key = keys.get(ref);
    if (key == null) {
      throw new IllegalStateException("Not a child: " + ref);
    }
    return key;
  }

  /** The child's actor is gone; says so, unless that it stops had been said already. */
  void ended(ChildKey<?> key, DownReason reason) {
    Live<?> child = child(key);
    live.remove(key);
    keys.remove(child.ref());
    timers.cancel(new PatienceTimer(key));
    if (child.up()) {
      observer.tell(new ChildDown(key, reason));
    }
  }

  void startFailed(ChildKey<?> key, Throwable cause) {
    observer.tell(new ChildStartFailed(key, cause));
  }

  /** Says that a restart is due, and will note when its delay, if there is one, is over. */
  void restartAfter(ChildKey<?> key, ChildEnd end, Duration delay) {
    context.setLoggerName(Supervisor.class); // Akka leaves its own after it has logged a failure
    context.getLog().warn("Child '{}' ended ({}), restart in {}", key, end, delay);
    if (delay.isPositive()) {
      timers.startSingleTimer(
          new DelayTimer(key), message.apply(new ChildNote.DelayOver(key)), delay);
    }
  }

  void cancelDelay(ChildKey<?> key) {
    timers.cancel(new DelayTimer(key));
  }

  private Live<?> child(ChildKey<?> key) {
    Live<?> child = live.get(key);
    if (child == null) {
      throw new IllegalStateException("Child '" + key + "' has no actor");
    }
    return child;
  }
}
