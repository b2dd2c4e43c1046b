package amanah.campaign;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.typed.ClusterSingleton;
import akka.cluster.typed.ClusterSingletonSettings;
import akka.cluster.typed.SingletonActor;
import amanah.campaign.entity.CampaignSharding;
import amanah.campaign.journal.ZakatRows;
import amanah.campaign.zakat.ReporterEnvironment;
import amanah.campaign.zakat.SweepMessage;
import amanah.campaign.zakat.ZakatSweep;
import amanah.node.NodeContext;
import amanah.protocol.zakat.ZakatReporting;
import java.time.Duration;

/**
 * What a node's campaigns need to have their zakat counted: a way to the calculator, one to the
 * journal, and on one node of the cluster the sweep.
 */
final class ZakatOffice implements AutoCloseable {

  private static final String SWEEP = "zakat-sweep";
  private static final Duration RESTART_MIN = Duration.ofSeconds(1);
  private static final Duration RESTART_MAX = Duration.ofSeconds(30);
  private static final double RESTART_JITTER = 0.2;

  private final ZakatSettings settings;
  private final ActorRef<ZakatReporting> calculator;
  private final ZakatRows rows;
  private final NodeContext node;

  private ZakatOffice(
      ZakatSettings settings,
      ActorRef<ZakatReporting> calculator,
      ZakatRows rows,
      NodeContext node) {
    this.settings = settings;
    this.calculator = calculator;
    this.rows = rows;
    this.node = node;
  }

  static ZakatOffice open(
      ZakatSettings settings, NodeContext node, ActorRef<ZakatReporting> calculator) {
    return new ZakatOffice(settings, calculator, ZakatRows.open(node.journal()), node);
  }

  /** What each campaign's reporter is given. */
  ReporterEnvironment reporters() {
    return new ReporterEnvironment(calculator, rows, settings.reporters(), node.random());
  }

  /** Has the sweep run on one of the nodes that campaigns run on. */
  void sweep(ActorSystem<?> system, CampaignSharding campaigns) {
    Behavior<SweepMessage> sweep =
        Behaviors.supervise(
                ZakatSweep.create(rows, calculator, campaigns::lookForZakat, settings.sweep()))
            .onFailure(
                SupervisorStrategy.restartWithBackoff(RESTART_MIN, RESTART_MAX, RESTART_JITTER));
    var unused =
        ClusterSingleton.get(system)
            .init(
                SingletonActor.of(sweep, SWEEP)
                    .withStopMessage(new SweepMessage.Leave())
                    .withSettings(
                        ClusterSingletonSettings.create(system).withRole(CampaignSharding.ROLE)));
  }

  @Override
  public void close() {
    rows.close();
  }
}
