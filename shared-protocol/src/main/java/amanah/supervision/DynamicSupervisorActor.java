package amanah.supervision;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.Signal;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import amanah.supervision.DynamicChild.Phase;
import amanah.supervision.DynamicSupervisorCommand.CountChildren;
import amanah.supervision.DynamicSupervisorCommand.StartChild;
import amanah.supervision.DynamicSupervisorCommand.StartReply;
import amanah.supervision.DynamicSupervisorCommand.Stop;
import amanah.supervision.DynamicSupervisorCommand.TerminateChild;
import amanah.supervision.SupervisorCommand.ChildCount;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A dynamic supervisor: each child is on its own, but for the intensity, which they share. */
final class DynamicSupervisorActor<A, T>
    extends AbstractOnMessageBehavior<DynamicSupervisorMessage<A, T>> {

  private final DynamicSupervision<A, T> supervision;
  private final RestartDelays delays;
  private final SupervisorSignals above;
  private final ChildActors<DynamicSupervisorMessage<A, T>> actors;
  private final PendingReplies replies = new PendingReplies();
  private final Map<ChildKey<?>, DynamicChild<T>> children = new HashMap<>();
  private RestartWindow window;
  private long childrenStarted;
  private boolean closing;
  private Optional<RuntimeException> failure = Optional.empty();

  static <A, T> Behavior<DynamicSupervisorCommand<A, T>> create(
      DynamicSupervision<A, T> supervision,
      ActorRef<SupervisorNotice> observer,
      RestartDelays delays,
      SupervisorSignals above) {
    return Behaviors.<DynamicSupervisorMessage<A, T>>setup(
            context ->
                Behaviors.withTimers(
                    timers ->
                        new DynamicSupervisorActor<>(
                            context, timers, supervision, observer, delays, above)))
        .narrow();
  }

  private DynamicSupervisorActor(
      ActorContext<DynamicSupervisorMessage<A, T>> context,
      TimerScheduler<DynamicSupervisorMessage<A, T>> timers,
      DynamicSupervision<A, T> supervision,
      ActorRef<SupervisorNotice> observer,
      RestartDelays delays,
      SupervisorSignals above) {
    super(context);
    this.supervision = supervision;
    this.delays = delays;
    this.above = above;
    this.actors = new ChildActors<>(context, timers, observer, DynamicNote::new);
    this.window = RestartWindow.empty(supervision.intensity());
    above.started();
  }

  @Override
  public Behavior<DynamicSupervisorMessage<A, T>> onMessage(
      DynamicSupervisorMessage<A, T> message) {
    switch (message) {
      case StartChild<A, T> ask -> onStartChild(ask);
      case TerminateChild<A, T> ask -> onTerminateChild(ask);
      case CountChildren<A, T> ask -> ask.replyTo().tell(count());
      case Stop<A, T> stop -> close();
      case DynamicNote<A, T> note -> onNote(note.note());
    }
    return proceed();
  }

  @Override
  public Behavior<DynamicSupervisorMessage<A, T>> onSignal(Signal signal) {
    if (signal instanceof Terminated ended) {
      if (!actors.endedAfterAll(ended.getRef())) {
        onTerminated(ended);
      }
      return proceed();
    }
    return Behaviors.unhandled();
  }

  private Behavior<DynamicSupervisorMessage<A, T>> proceed() {
    if (!closing || !children.isEmpty()) {
      return this;
    }
    if (actors.anyHangs()) {
      above.cannotEnd(
          failure.<ChildEnd>map(ChildEnd.Abnormal::new).orElseGet(ChildEnd.Normal::new));
    }
    failure.ifPresent(
        thrown -> {
          throw thrown;
        });
    return Behaviors.stopped();
  }

  private void onStartChild(StartChild<A, T> ask) {
    if (closing) {
      ask.replyTo().tell(new StartReply.Closing<>());
    } else if (children.size() >= supervision.childrenMax()) {
      ask.replyTo().tell(new StartReply.ChildrenMaxReached<>(supervision.childrenMax()));
    } else {
      childrenStarted++;
      ChildSpec<T> spec =
          supervision.child(ChildKey.of("child-" + childrenStarted), ask.argument());
      ActorRef<T> ref = actors.start(spec, ChildAddresses.none());
      put(new DynamicChild<>(spec, new Phase.Requested<>(ref, ask.replyTo())));
    }
  }

  private void onTerminateChild(TerminateChild<A, T> ask) {
    DynamicChild<T> child = children.get(ask.key());
    if (closing) {
      ask.replyTo().tell(ChildReply.CLOSING);
    } else if (child == null) {
      ask.replyTo().tell(ChildReply.NOT_FOUND);
    } else if (replies.awaits(ask.key())) {
      ask.replyTo().tell(ChildReply.BUSY);
    } else {
      replies.await(ask.key(), ask.replyTo());
      stop(child);
    }
  }

  private ChildCount count() {
    int delayed =
        Math.toIntExact(
            children.values().stream()
                .filter(child -> child.phase() instanceof Phase.Delayed)
                .count());
    return new ChildCount(children.size(), children.size() - delayed, 0, children.size());
  }

  private void onNote(ChildNote note) {
    switch (note) {
      case ChildNote.Started started -> present(started.key(), started.ref()).ifPresent(this::up);
      case ChildNote.Ignored ignored -> present(ignored.key(), ignored.ref()).ifPresent(this::idle);
      case ChildNote.DelayOver over -> restart(child(over.key()));
      case ChildNote.PatienceOver over -> actors.endPatience(over);
      case ChildNote.GivenUp given ->
          present(given.key(), given.ref()).ifPresent(child -> giveUp(child, given));
    }
  }

  private void giveUp(DynamicChild<T> child, ChildNote.GivenUp note) {
    actors.giveUp(note);
    forget(child);
  }

  private Optional<DynamicChild<T>> present(ChildKey<?> key, ActorRef<?> ref) {
    return actors.isOf(key, ref) ? Optional.of(child(key)) : Optional.empty();
  }

  private void up(DynamicChild<T> child) {
    switch (child.phase()) {
      case Phase.Requested<T> requested -> {
        run(child);
        requested.replyTo().tell(new StartReply.Started<>(child.spec().key(), requested.ref()));
      }
      case Phase.Restarting<T> restarting -> run(child);
      case Phase.Running<T> running -> {}
      case Phase.Stopping<T> stopping -> {}
      case Phase.Delayed<T> delayed -> throw notAlive(child);
    }
  }

  private void run(DynamicChild<T> child) {
    put(child.in(new Phase.Running<>()));
    delays.running(child.spec().key());
    actors.up(child.spec().key());
  }

  private void idle(DynamicChild<T> child) {
    if (child.phase() instanceof Phase.Requested<T> requested) {
      requested.replyTo().tell(new StartReply.Ignored<>());
    }
    put(child.in(new Phase.Stopping<>()));
  }

  private void onTerminated(Terminated signal) {
    ChildEnd end = ChildEnd.of(signal);
    DynamicChild<T> child = child(actors.key(signal.getRef()));
    actors.ended(child.spec().key(), end.downReason());
    switch (child.phase()) {
      case Phase.Requested<T> requested -> {
        requested.replyTo().tell(new StartReply.Failed<>(end.cause()));
        forget(child);
      }
      case Phase.Restarting<T> restarting -> {
        actors.startFailed(child.spec().key(), end.cause());
        countRestart(child, end);
      }
      case Phase.Running<T> running -> onEnded(child, end);
      case Phase.Stopping<T> stopping -> forget(child);
      case Phase.Delayed<T> delayed -> throw notAlive(child);
    }
  }

  private void onEnded(DynamicChild<T> child, ChildEnd end) {
    if (child.spec().restart().follows(end)) {
      countRestart(child, end);
    } else {
      forget(child);
    }
  }

  private void countRestart(DynamicChild<T> child, ChildEnd end) {
    window = window.plus(delays.now());
    if (window.exceeded()) {
      failure = Optional.of(window.exceededFor(child.spec().key(), end));
      forget(child);
      close();
    } else {
      restartAfterDelay(child, end);
    }
  }

  private void restartAfterDelay(DynamicChild<T> child, ChildEnd end) {
    ChildKey<T> key = child.spec().key();
    Duration delay = delays.afterFailure(child.spec());
    actors.restartAfter(key, end, delay);
    if (delay.isPositive()) {
      put(child.in(new Phase.Delayed<>()));
    } else {
      restart(child);
    }
  }

  private void restart(DynamicChild<T> child) {
    put(child.in(new Phase.Restarting<>()));
    actors.start(child.spec(), ChildAddresses.none());
  }

  private void close() {
    closing = true;
    List.copyOf(children.values()).forEach(this::stop);
  }

  private void stop(DynamicChild<T> child) {
    switch (child.phase()) {
      case Phase.Requested<T> requested -> {
        requested.replyTo().tell(new StartReply.Closing<>());
        tellToStop(child);
      }
      case Phase.Restarting<T> restarting -> tellToStop(child);
      case Phase.Running<T> running -> tellToStop(child);
      case Phase.Stopping<T> stopping -> {}
      case Phase.Delayed<T> delayed -> {
        actors.cancelDelay(child.spec().key());
        forget(child);
      }
    }
  }

  private void tellToStop(DynamicChild<T> child) {
    put(child.in(new Phase.Stopping<>()));
    actors.stop(child.spec().key());
  }

  private void forget(DynamicChild<T> child) {
    children.remove(child.spec().key());
    delays.forget(child.spec().key());
    replies.answer(child.spec().key(), ChildReply.DONE);
  }

  private void put(DynamicChild<T> child) {
    children.put(child.spec().key(), child);
  }

  private DynamicChild<T> child(ChildKey<?> key) {
    DynamicChild<T> child = children.get(key);
    if (child == null) {
      throw new IllegalStateException("No child '" + key + "'");
    }
    return child;
  }

  private static IllegalStateException notAlive(DynamicChild<?> child) {
    return new IllegalStateException("A child without an actor is heard of: " + child);
  }
}
