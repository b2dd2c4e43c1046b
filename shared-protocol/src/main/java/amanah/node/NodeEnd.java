package amanah.node;

import akka.Done;
import akka.actor.CoordinatedShutdown;
import akka.actor.typed.ActorSystem;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Down;
import com.typesafe.config.Config;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a node ends that must not go on: it tells nobody anything from then on, takes itself out of
 * its cluster, and ends as one that the others have excluded, to be started again with nothing of
 * what it knew.
 *
 * <p>Whoever is excluded has nothing to finish: it can neither write nor answer. So its process is
 * gone soon, whatever still hangs in it, and is no door at which callers lose their time.
 */
final class NodeEnd {

  private static final Logger LOG = LoggerFactory.getLogger(NodeEnd.class);

  /** So long the others have to hear from the node itself that it is out. */
  private static final Duration WORD_MAX = Duration.ofSeconds(1);

  /** So long an excluded node has to close what it can. */
  private static final Duration CLOSING_MAX = Duration.ofSeconds(2);

  private static final String EXCLUDED =
      "akka.coordinated-shutdown.reason-overrides."
          + "\"akka.actor.CoordinatedShutdown$ClusterDowningReason$\"";

  private final ActorSystem<?> system;
  private final AtomicBoolean begun = new AtomicBoolean();

  NodeEnd(ActorSystem<?> system) {
    this.system = system;
    CoordinatedShutdown shutdown = CoordinatedShutdown.get(system);
    shutdown.addTask(
        CoordinatedShutdown.PhaseBeforeServiceUnbind(),
        "be-gone-soon",
        () -> {
          if (isExcluded(shutdown)) {
            beGoneSoon(system.settings().config().getConfig(EXCLUDED));
          }
          return CompletableFuture.completedFuture(Done.getInstance());
        });
  }

  /** Whether the node stops since it is out of its cluster. */
  static boolean isExcluded(CoordinatedShutdown shutdown) {
    return shutdown
        .getShutdownReason()
        .filter(reason -> reason.equals(CoordinatedShutdown.clusterDowningReason()))
        .isPresent();
  }

  /** Only where the process is the node's own. */
  private static void beGoneSoon(Config excluded) {
    if (excluded.getBoolean("exit-jvm")) {
      int code = excluded.getInt("exit-code");
      CompletableFuture.delayedExecutor(CLOSING_MAX.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> Runtime.getRuntime().halt(code));
    }
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
                  WORD_MAX,
                  () -> shutdown.run(CoordinatedShutdown.clusterDowningReason()),
                  system.executionContext());
    }
  }
}
