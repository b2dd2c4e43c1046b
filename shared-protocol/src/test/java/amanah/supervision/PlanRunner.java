package amanah.supervision;

import akka.actor.typed.javadsl.Behaviors;
import amanah.supervision.Workers.WorkerFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Does a plan's steps at once, without actors, and keeps a list of them. */
final class PlanRunner {

  private SupervisionPlan plan;
  private Ruling.Outcome outcome = Ruling.Outcome.AS_TOLD;
  private boolean closed = false;
  private Duration now = Duration.ZERO;
  private final Set<ChildKey<?>> failingStarts = new HashSet<>();
  private final List<String> steps = new ArrayList<>();

  PlanRunner(Supervision supervision) {
    plan = SupervisionPlan.of(supervision);
  }

  static PlanRunner running(Supervision supervision) {
    PlanRunner runner = new PlanRunner(supervision);
    runner.run();
    runner.steps.clear();
    return runner;
  }

  static Supervision supervision(Strategy strategy) {
    Supervision supervision =
        switch (strategy) {
          case ONE_FOR_ONE -> Supervision.oneForOne();
          case ONE_FOR_ALL -> Supervision.oneForAll();
          case REST_FOR_ONE -> Supervision.restForOne();
        };
    return supervision.intensity(2, Duration.ofSeconds(10));
  }

  static <T> ChildSpec<T> child(ChildKey<T> key, Restart restart) {
    return ChildSpec.of(key, restart, siblings -> Behaviors.<T>empty());
  }

  Ruling.Outcome ended(ChildKey<?> key, ChildEnd end, Duration at) {
    endedWithoutSteps(key, end, at);
    Ruling.Outcome ruled = outcome;
    run();
    return ruled;
  }

  void endedWithoutSteps(ChildKey<?> key, ChildEnd end, Duration at) {
    now = at;
    steps.clear();
    rule(key, end);
  }

  private void rule(ChildKey<?> key, ChildEnd end) {
    Ruling ruling = plan.ended(key, end, now);
    plan = ruling.plan();
    if (ruling.outcome() != Ruling.Outcome.AS_TOLD) {
      outcome = ruling.outcome();
    }
  }

  void failNextStartOf(ChildKey<?> key) {
    failingStarts.add(key);
  }

  void delayOver(ChildKey<?> key) {
    steps.clear();
    plan = plan.delayOver(key);
    run();
  }

  void run() {
    while (step()) {}
  }

  private boolean step() {
    return switch (plan.nextStep()) {
      case Step.Stop stop -> stop(stop.key());
      case Step.Start start -> start(start.key());
      case Step.Rest rest -> false;
      case Step.Close close -> close();
    };
  }

  private boolean stop(ChildKey<?> key) {
    steps.add("stop " + key);
    plan = plan.stopping(key);
    rule(key, new ChildEnd.Normal());
    return true;
  }

  private boolean start(ChildKey<?> key) {
    steps.add("start " + key);
    plan = plan.starting(key);
    if (failingStarts.remove(key)) {
      rule(key, new ChildEnd.Abnormal(new WorkerFailure()));
    } else {
      plan = plan.started(key);
    }
    return true;
  }

  private boolean close() {
    closed = true;
    return false;
  }

  /** The steps since the last event, in their order. */
  String steps() {
    String text = String.join(", ", steps);
    steps.clear();
    return text;
  }

  String phase(ChildKey<?> key) {
    return plan.find(key)
        .map(child -> child.phase().getClass().getSimpleName())
        .orElse("forgotten");
  }

  SupervisionPlan plan() {
    return plan;
  }

  Ruling.Outcome outcome() {
    return outcome;
  }

  boolean closed() {
    return closed;
  }
}
