package amanah.supervision;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Signal;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.ActorContext;
import amanah.time.ElapsedTime;
import java.util.random.RandomGenerator;

/**
 * The supervisor below an actor that lives and dies with it. The actor must leave the supervisor's
 * end unhandled: when that gives up, the actor fails with it. Before the actor ends of its own
 * accord it has the tree stopped, for Akka would stop all of it at once.
 */
public final class SupervisedTree {

  private final ActorRef<SupervisorCommand> supervisor;
  private boolean toldToStop;

  private SupervisedTree(ActorRef<SupervisorCommand> supervisor) {
    this.supervisor = supervisor;
  }

  /** Spawned below this actor, which hears what becomes of its children. */
  public static SupervisedTree start(
      ActorContext<?> root,
      Supervision supervision,
      ActorRef<SupervisorNotice> notices,
      ElapsedTime time,
      RandomGenerator random) {
    ActorRef<SupervisorCommand> supervisor =
        root.spawn(Supervisor.create(supervision, notices, time, random), "tree");
    root.watch(supervisor);
    return new SupervisedTree(supervisor);
  }

  /** Has the children stopped, the last one first and each one waited for; once is enough. */
  public void stop() {
    if (!toldToStop) {
      toldToStop = true;
      supervisor.tell(new SupervisorCommand.Stop());
    }
  }

  /** Whether the signal says that the tree has stopped as it was told. */
  public boolean hasStopped(Signal signal) {
    return toldToStop
        && signal instanceof Terminated ended
        && ended.getRef().path().equals(supervisor.path());
  }
}
