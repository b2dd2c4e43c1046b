package amanah.zakat.calculator;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.typed.ClusterSingleton;
import akka.cluster.typed.ClusterSingletonSettings;
import akka.cluster.typed.SingletonActor;
import amanah.protocol.WireMessage;
import amanah.protocol.zakat.ZakatReporting;
import java.time.Duration;

/**
 * The one calculator of the cluster, which runs on the oldest node with the role {@code zakat}, and
 * the way to it from any node.
 *
 * @param ref wherever it runs; messages that cannot reach it are lost
 */
public record CalculatorSingleton(ActorRef<WireMessage> ref) {

  /** The role of the nodes that it may run on. */
  public static final String ROLE = "zakat";

  private static final String NAME = "zakat-calculator";
  private static final Duration RESTART_MIN = Duration.ofSeconds(1);
  private static final Duration RESTART_MAX = Duration.ofSeconds(10);
  private static final double RESTART_JITTER = 0.2;

  /** Begins to run it on this node, if it has the role and its turn comes, and to find it. */
  public static CalculatorSingleton start(
      ActorSystem<?> system, CalculatorEnvironment environment) {
    Behavior<WireMessage> calculator =
        Behaviors.supervise(ZakatCalculator.create(environment))
            .onFailure(
                Exception.class,
                SupervisorStrategy.restartWithBackoff(RESTART_MIN, RESTART_MAX, RESTART_JITTER));
    return new CalculatorSingleton(
        ClusterSingleton.get(system)
            .init(
                SingletonActor.of(calculator, NAME)
                    .withStopMessage(new CalculatorMessage.Leave())
                    .withSettings(ClusterSingletonSettings.create(system).withRole(ROLE))));
  }

  /** The way for campaigns. */
  public ActorRef<ZakatReporting> reporting() {
    return ref.narrow();
  }
}
