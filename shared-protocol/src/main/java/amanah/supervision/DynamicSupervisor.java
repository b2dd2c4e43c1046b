package amanah.supervision;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import amanah.time.ElapsedTime;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The supervisor of children that come and go, all of one kind: OTP's {@code simple_one_for_one},
 * Elixir's DynamicSupervisor. If a child must be restarted, it alone is.
 */
public final class DynamicSupervisor {

  private DynamicSupervisor() {}

  /** A dynamic supervisor that nobody observes. */
  public static <A, T> Behavior<DynamicSupervisorCommand<A, T>> create(
      DynamicSupervision<A, T> supervision) {
    return Behaviors.setup(
        context -> create(supervision, context.getSystem().<SupervisorNotice>ignoreRef()));
  }

  /** A dynamic supervisor that tells its observer whenever the set of running children changes. */
  public static <A, T> Behavior<DynamicSupervisorCommand<A, T>> create(
      DynamicSupervision<A, T> supervision, ActorRef<SupervisorNotice> observer) {
    return create(supervision, observer, ElapsedTime.ofMachine(), new SplittableRandom());
  }

  /** A dynamic supervisor with a time and a source of chance of the caller's. */
  public static <A, T> Behavior<DynamicSupervisorCommand<A, T>> create(
      DynamicSupervision<A, T> supervision,
      ActorRef<SupervisorNotice> observer,
      ElapsedTime time,
      RandomGenerator random) {
    return DynamicSupervisorActor.create(
        supervision, observer, new RestartDelays(time, random), SupervisorSignals.NOBODY);
  }

  static <A, T> Behavior<DynamicSupervisorCommand<A, T>> nested(
      DynamicSupervision<A, T> supervision, SupervisorSignals above) {
    return Behaviors.setup(
        context ->
            DynamicSupervisorActor.create(
                supervision,
                context.getSystem().<SupervisorNotice>ignoreRef(),
                new RestartDelays(ElapsedTime.ofMachine(), new SplittableRandom()),
                above));
  }
}
