package amanah.supervision;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import amanah.time.ElapsedTime;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The supervisor of fixed children as an actor.
 *
 * <p>To stop it in order, send {@link SupervisorCommand.Stop}: an actor that is stopped by its
 * parent has its children stopped by Akka, all at once. A supervisor that gives up stops its
 * children in order, and then fails with {@link RestartIntensityExceededException} or {@link
 * ChildStartException}.
 *
 * <p>Mirrored from OTP's supervisor: strategies, restart types, intensity, ordered start and stop,
 * {@code shutdown}, {@code ignore}, and the calls in {@link SupervisorCommand}. Not mirrored:
 * {@code start_child} (that is {@link DynamicSupervisor}), significant children and {@code
 * auto_shutdown}. Added: the restart delay ({@link Backoff}), the observer ({@link
 * SupervisorNotice}), and that a child is told the addresses of those before it ({@link
 * ChildAddresses}).
 */
public final class Supervisor {

  private Supervisor() {}

  /** A supervisor that nobody observes. */
  public static Behavior<SupervisorCommand> create(Supervision supervision) {
    return nested(supervision, SupervisorSignals.NOBODY);
  }

  /** A supervisor that tells its observer whenever the set of running children changes. */
  public static Behavior<SupervisorCommand> create(
      Supervision supervision, ActorRef<SupervisorNotice> observer) {
    return create(supervision, observer, ElapsedTime.ofMachine(), new SplittableRandom());
  }

  /** A supervisor with a time and a source of chance of the caller's. */
  public static Behavior<SupervisorCommand> create(
      Supervision supervision,
      ActorRef<SupervisorNotice> observer,
      ElapsedTime time,
      RandomGenerator random) {
    return SupervisorActor.create(
        supervision, observer, new RestartDelays(time, random), SupervisorSignals.NOBODY);
  }

  static Behavior<SupervisorCommand> nested(Supervision supervision, SupervisorSignals above) {
    return Behaviors.setup(
        context -> nested(supervision, context.getSystem().<SupervisorNotice>ignoreRef(), above));
  }

  static Behavior<SupervisorCommand> nested(
      Supervision supervision, ActorRef<SupervisorNotice> observer, SupervisorSignals above) {
    RestartDelays delays = new RestartDelays(ElapsedTime.ofMachine(), new SplittableRandom());
    return SupervisorActor.create(supervision, observer, delays, above);
  }
}
