package amanah.campaign.entity;

import akka.actor.typed.ActorRef;
import amanah.campaign.batching.BatcherCounters;
import amanah.campaign.batching.BatcherMessage;
import amanah.campaign.batching.DonationBatcher;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.ledger.CampaignLedger;
import amanah.campaign.ledger.LedgerMessage;
import amanah.campaign.ledger.LedgerNotice;
import amanah.campaign.monitor.CampaignMonitor;
import amanah.campaign.monitor.MonitorMessage;
import amanah.campaign.zakat.ReporterEnvironment;
import amanah.campaign.zakat.ReporterMessage;
import amanah.campaign.zakat.ZakatReporter;
import amanah.id.CampaignId;
import amanah.supervision.ChildAddresses;
import amanah.supervision.ChildKey;
import amanah.supervision.ChildSpec;
import amanah.supervision.Supervision;
import java.util.List;

/**
 * The children of a campaign, in the order in which they depend on one another. If one fails, it
 * and those after it start anew: all are nothing without the ledger, while the last, the reporter
 * of zakat, disturbs nobody when it fails. It ends of its own accord where there is no zakat.
 */
final class CampaignTree {

  static final ChildKey<LedgerMessage> LEDGER = ChildKey.of("ledger");
  static final ChildKey<BatcherMessage> BATCHER = ChildKey.of("batcher");
  static final ChildKey<MonitorMessage> MONITOR = ChildKey.of("monitor");

  static final ChildKey<ReporterMessage> REPORTER = ChildKey.of("reporter");

  private CampaignTree() {}

  static Supervision of(
      CampaignId campaignId,
      CampaignEnvironment environment,
      ActorRef<LedgerNotice> root,
      BatcherCounters counters) {
    EntityLimits limits = environment.limits();
    Supervision intake =
        Supervision.restForOne()
            .intensity(limits.restartsMax(), limits.restartPeriod())
            .child(ledger(campaignId, environment, root))
            .child(
                ChildSpec.permanent(
                    BATCHER,
                    siblings ->
                        DonationBatcher.create(
                            siblings.ref(LEDGER), limits.batch(), counters, environment.clock())))
            .child(
                ChildSpec.permanent(
                    MONITOR,
                    siblings ->
                        CampaignMonitor.create(
                            siblings.ref(LEDGER), limits.monitor(), environment.time())));
    return environment
        .zakat()
        .map(zakat -> intake.child(reporter(campaignId, zakat)))
        .orElse(intake);
  }

  private static ChildSpec<LedgerMessage> ledger(
      CampaignId campaignId, CampaignEnvironment environment, ActorRef<LedgerNotice> root) {
    return ChildSpec.permanent(
            LEDGER,
            siblings ->
                CampaignLedger.create(
                    campaignId,
                    root,
                    environment.snapshots(),
                    environment.time(),
                    environment.clock(),
                    environment.quorum()))
        .restartDelay(environment.limits().restartDelay());
  }

  private static ChildSpec<ReporterMessage> reporter(
      CampaignId campaignId, ReporterEnvironment zakat) {
    return ChildSpec.transientChild(
            REPORTER, siblings -> ZakatReporter.create(campaignId, siblings.ref(LEDGER), zakat))
        .restartDelay(zakat.limits().retryDelay());
  }

  /** Shows the campaign, as it is after these events, to those of its children who watch it. */
  static void show(ChildAddresses children, List<CampaignEvent> events, CampaignSummary campaign) {
    children
        .find(MONITOR)
        .ifPresent(monitor -> monitor.tell(new MonitorMessage.Observed(events, campaign)));
    children
        .find(REPORTER)
        .ifPresent(reporter -> reporter.tell(new ReporterMessage.Committed(events, campaign)));
  }

  /** Has its reporter look once more; one that only just starts does so by itself. */
  static void lookForZakat(ChildAddresses children) {
    children.find(REPORTER).ifPresent(reporter -> reporter.tell(new ReporterMessage.Look()));
  }
}
