package amanah.cluster;

import akka.Done;
import akka.actor.typed.ActorSystem;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import akka.management.cluster.bootstrap.ClusterBootstrap;
import akka.management.javadsl.AkkaManagement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Makes a node a member: of the cluster that there is, of a new one, or of one of its own. */
public final class ClusterFormation {

  private ClusterFormation() {}

  /**
   * Looks for the others as {@code settings} says and joins them; done when this node is up, failed
   * with a {@link java.util.concurrent.TimeoutException} when it is not in time.
   */
  public static CompletionStage<Done> join(ActorSystem<?> system, ClusterSettings settings) {
    CompletableFuture<Done> up = new CompletableFuture<>();
    akka.cluster.Cluster.get(system.classicSystem())
        .registerOnMemberUp(() -> up.complete(Done.getInstance()));
    if (settings.alone()) {
      Cluster cluster = Cluster.get(system);
      cluster.manager().tell(Join.create(cluster.selfMember().address()));
    } else {
      lookForOthers(system, up);
    }
    return up.orTimeout(settings.startTimeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void lookForOthers(ActorSystem<?> system, CompletableFuture<Done> up) {
    var unused =
        AkkaManagement.get(system)
            .start()
            .whenComplete(
                (uri, failure) -> {
                  if (failure == null) {
                    ClusterBootstrap.get(system).start();
                  } else {
                    up.completeExceptionally(failure);
                  }
                });
  }
}
