package amanah.supervision;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.Signal;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import amanah.supervision.SupervisorCommand.Child;
import amanah.supervision.SupervisorCommand.ChildCount;
import amanah.supervision.SupervisorCommand.Children;
import amanah.supervision.SupervisorCommand.CountChildren;
import amanah.supervision.SupervisorCommand.DeleteChild;
import amanah.supervision.SupervisorCommand.RestartChild;
import amanah.supervision.SupervisorCommand.Stop;
import amanah.supervision.SupervisorCommand.TerminateChild;
import amanah.supervision.SupervisorCommand.WhichChildren;
import java.util.List;
import java.util.Optional;

/** The shell around {@link SupervisionPlan}: hears what happens, and does the plan's steps. */
final class SupervisorActor extends AbstractOnMessageBehavior<SupervisorMessage> {

  private final List<ChildSpec<?>> specs;
  private final RestartDelays delays;
  private final SupervisorSignals above;
  private final ChildActors<SupervisorMessage> actors;
  private final PendingReplies replies = new PendingReplies();
  private SupervisionPlan plan;
  private boolean open = false;
  private Optional<RuntimeException> failure = Optional.empty();

  static Behavior<SupervisorCommand> create(
      Supervision supervision,
      ActorRef<SupervisorNotice> observer,
      RestartDelays delays,
      SupervisorSignals above) {
    return Behaviors.<SupervisorMessage>setup(
            context ->
                Behaviors.withTimers(
                    timers ->
                        new SupervisorActor(context, timers, supervision, observer, delays, above)
                            .proceed()))
        .narrow();
  }

  private SupervisorActor(
      ActorContext<SupervisorMessage> context,
      TimerScheduler<SupervisorMessage> timers,
      Supervision supervision,
      ActorRef<SupervisorNotice> observer,
      RestartDelays delays,
      SupervisorSignals above) {
    super(context);
    this.specs = supervision.children();
    this.delays = delays;
    this.above = above;
    this.actors = new ChildActors<>(context, timers, observer, note -> note);
    this.plan = SupervisionPlan.of(supervision);
  }

  @Override
  public Behavior<SupervisorMessage> onMessage(SupervisorMessage message) {
    switch (message) {
      case WhichChildren ask -> ask.replyTo().tell(children());
      case CountChildren ask -> ask.replyTo().tell(ChildCount.of(children()));
      case TerminateChild ask -> onTerminateChild(ask);
      case RestartChild ask -> onRestartChild(ask);
      case DeleteChild ask -> ask.replyTo().tell(onDeleteChild(ask.key()));
      case Stop stop -> plan = plan.close();
      case ChildNote.Started note -> onStarted(note);
      case ChildNote.Ignored note -> onIgnored(note);
      case ChildNote.DelayOver note -> plan = plan.delayOver(note.key());
      case ChildNote.PatienceOver note -> actors.endPatience(note);
      case ChildNote.GivenUp note -> onGivenUp(note);
    }
    return proceed();
  }

  @Override
  public Behavior<SupervisorMessage> onSignal(Signal signal) {
    return signal instanceof Terminated ended ? onTerminated(ended) : Behaviors.unhandled();
  }

  private Children children() {
    return new Children(
        plan.children().stream()
            .map(child -> Child.of(spec(child.key()), child.phase(), actors.ref(child.key())))
            .toList());
  }

  private ChildSpec<?> spec(ChildKey<?> key) {
    return specs.stream().filter(spec -> spec.key().equals(key)).findFirst().orElseThrow();
  }

  private void onTerminateChild(TerminateChild ask) {
    Optional<PlannedChild> child = plan.find(ask.key());
    if (plan.closing()) {
      ask.replyTo().tell(ChildReply.CLOSING);
    } else if (child.isEmpty()) {
      ask.replyTo().tell(ChildReply.NOT_FOUND);
    } else if (replies.awaits(ask.key())) {
      ask.replyTo().tell(ChildReply.BUSY);
    } else {
      actors.cancelDelay(ask.key());
      plan = plan.terminate(ask.key());
      if (child.get().phase().alive()) {
        replies.await(ask.key(), ask.replyTo());
      } else {
        ask.replyTo().tell(ChildReply.DONE);
      }
    }
  }

  private void onRestartChild(RestartChild ask) {
    ChildReply reply = ifDown(ask.key());
    if (reply == ChildReply.DONE) {
      plan = plan.request(ask.key());
      replies.await(ask.key(), ask.replyTo());
    } else {
      ask.replyTo().tell(reply);
    }
  }

  private ChildReply onDeleteChild(ChildKey<?> key) {
    ChildReply reply = ifDown(key);
    if (reply == ChildReply.DONE) {
      plan = plan.delete(key);
      delays.forget(key);
    }
    return reply;
  }

  /** DONE if the child is down, so that it may be started or forgotten. */
  private ChildReply ifDown(ChildKey<?> key) {
    if (plan.closing()) {
      return ChildReply.CLOSING;
    }
    return plan.find(key)
        .map(
            child ->
                switch (child.phase()) {
                  case ChildPhase.Down down -> ChildReply.DONE;
                  case ChildPhase.Running running -> ChildReply.RUNNING;
                  case ChildPhase.Pending pending -> ChildReply.RESTARTING;
                  case ChildPhase.Delayed delayed -> ChildReply.RESTARTING;
                  case ChildPhase.Starting starting -> ChildReply.RESTARTING;
                  case ChildPhase.Condemned condemned -> ChildReply.BUSY;
                  case ChildPhase.Stopping stopping -> ChildReply.BUSY;
                })
        .orElse(ChildReply.NOT_FOUND);
  }

  private void onStarted(ChildNote.Started note) {
    if (actors.isOf(note.key(), note.ref()) && isStarting(note.key())) {
      plan = plan.started(note.key());
      delays.running(note.key());
      actors.up(note.key());
      replies.answer(note.key(), ChildReply.DONE);
    }
  }

  private void onIgnored(ChildNote.Ignored note) {
    if (actors.isOf(note.key(), note.ref())) {
      plan = plan.ignored(note.key());
      replies.answer(note.key(), ChildReply.DONE);
    }
  }

  private void onGivenUp(ChildNote.GivenUp note) {
    if (actors.isOf(note.key(), note.ref())) {
      actors.giveUp(note);
      ended(note.key(), note.end());
    }
  }

  private Behavior<SupervisorMessage> onTerminated(Terminated signal) {
    if (!actors.endedAfterAll(signal.getRef())) {
      ChildEnd end = ChildEnd.of(signal);
      ChildKey<?> key = actors.key(signal.getRef());
      if (isStarting(key)) {
        actors.startFailed(key, end.cause());
      }
      actors.ended(key, end.downReason());
      ended(key, end);
    }
    return proceed();
  }

  private void ended(ChildKey<?> key, ChildEnd end) {
    Ruling ruling = plan.ended(key, end, delays.now());
    plan = ruling.plan();
    rule(ruling.outcome(), key, end);
  }

  private boolean isStarting(ChildKey<?> key) {
    return plan.find(key).filter(child -> child.phase() instanceof ChildPhase.Starting).isPresent();
  }

  private void rule(Ruling.Outcome outcome, ChildKey<?> key, ChildEnd end) {
    switch (outcome) {
      case AS_TOLD -> replies.answer(key, ChildReply.DONE);
      case LET_GO -> {}
      case RESTART -> actors.restartAfter(key, end, delays.afterFailure(spec(key)));
      case REQUEST_FAILED -> replies.answer(key, ChildReply.START_FAILED);
      case FIRST_START_FAILED -> failure = Optional.of(new ChildStartException(key, end.cause()));
      case INTENSITY_EXCEEDED -> failure = Optional.of(plan.window().exceededFor(key, end));
    }
  }

  private Behavior<SupervisorMessage> proceed() {
    while (true) {
      switch (plan.nextStep()) {
        case Step.Stop step -> stop(step.key());
        case Step.Start step -> start(step.key());
        case Step.Rest step -> {
          return rest();
        }
        case Step.Close step -> {
          return close();
        }
      }
    }
  }

  private void stop(ChildKey<?> key) {
    plan = plan.stopping(key);
    actors.stop(key);
  }

  private void start(ChildKey<?> key) {
    plan = plan.starting(key);
    ChildSpec<?> spec = spec(key);
    ChildAddresses before = ChildAddresses.none();
    for (ChildSpec<?> sibling : specs.subList(0, specs.indexOf(spec))) {
      before = actors.with(before, sibling.key());
    }
    actors.start(spec, before);
  }

  private Behavior<SupervisorMessage> rest() {
    if (!open && plan.opened()) {
      open = true;
      above.started();
    }
    return this;
  }

  private Behavior<SupervisorMessage> close() {
    replies.answerAll(ChildReply.CLOSING);
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
}
