package amanah.node;

import akka.actor.CoordinatedShutdown;
import akka.actor.typed.ActorSystem;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Down;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a node ends that must not go on: it tells nobody anything from then on, takes itself out of
 * its cluster, and ends as one that the others have excluded, to be started again with nothing of
 * what it knew.
 */
final class NodeEnd {

  private static final Logger LOG = LoggerFactory.getLogger(NodeEnd.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ActorSystem<?> system;
  private final AtomicBoolean begun = new AtomicBoolean();

  NodeEnd(ActorSystem<?> system) {
    this.system = system;
  }

  /** Whether it has begun. */
  boolean hasBegun() {
    return begun.get();
  }

  /** Begins it, unless the node stops already. */
  void because(String reason) {
    CoordinatedShutdown shutdown = CoordinatedShutdown.get(system);
    boolean stops = shutdown.getShutdownReason().isPresent();
    if (begun.compareAndSet(false, true) && !stops) {
      LOG.error("this node ends, to be started again: {}", reason);
      Cluster cluster = Cluster.get(system);
      cluster.manager().tell(new Down(cluster.selfMember().address()));
      var unused =
          system
              .scheduler()
              .scheduleOnce(
                  PATIENCE,
                  () -> shutdown.run(CoordinatedShutdown.clusterDowningReason()),
                  system.executionContext());
    }
  }
}
