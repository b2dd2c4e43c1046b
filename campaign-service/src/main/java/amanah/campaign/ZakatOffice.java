package amanah.campaign;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import amanah.campaign.entity.CampaignSharding;
import amanah.campaign.journal.ZakatRows;
import amanah.campaign.zakat.ReporterEnvironment;
import amanah.campaign.zakat.SweepMessage;
import amanah.campaign.zakat.ZakatSweep;
import amanah.node.NodeContext;
import amanah.protocol.zakat.ZakatReporting;

/**
 * What a node's campaigns need to have their zakat counted: a way to the calculator, one to the
 * journal, and on one node of the cluster the sweep.
 */
final class ZakatOffice implements AutoCloseable {

  private static final String SWEEP = "zakat-sweep";

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
    CampaignSingletons.start(
        system,
        ZakatSweep.create(rows, calculator, campaigns::lookForZakat, settings.sweep()),
        SWEEP,
        new SweepMessage.Leave());
  }

  @Override
  public void close() {
    rows.close();
  }
}
