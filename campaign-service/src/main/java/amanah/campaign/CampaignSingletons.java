package amanah.campaign;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.typed.ClusterSingleton;
import akka.cluster.typed.ClusterSingletonSettings;
import akka.cluster.typed.SingletonActor;
import amanah.campaign.entity.CampaignSharding;
import java.time.Duration;

/** What runs on one of the nodes that campaigns run on, for all of them. */
final class CampaignSingletons {

  private static final Duration RESTART_MIN = Duration.ofSeconds(1);
  private static final Duration RESTART_MAX = Duration.ofSeconds(30);
  private static final double RESTART_JITTER = 0.2;

  private CampaignSingletons() {}

  /**
   * Has it run; if it fails it starts anew, after a while.
   *
   * @param leave tells it that another node goes on with it
   */
  static <M> void start(ActorSystem<?> system, Behavior<M> behavior, String name, M leave) {
    Behavior<M> patient =
        Behaviors.supervise(behavior)
            .onFailure(
                SupervisorStrategy.restartWithBackoff(RESTART_MIN, RESTART_MAX, RESTART_JITTER));
    var unused =
        ClusterSingleton.get(system)
            .init(
                SingletonActor.of(patient, name)
                    .withStopMessage(leave)
                    .withSettings(
                        ClusterSingletonSettings.create(system).withRole(CampaignSharding.ROLE)));
  }
}
