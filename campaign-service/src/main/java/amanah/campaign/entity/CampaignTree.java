package amanah.campaign.entity;

import akka.actor.typed.ActorRef;
import amanah.campaign.batching.BatcherCounters;
import amanah.campaign.batching.BatcherMessage;
import amanah.campaign.batching.DonationBatcher;
import amanah.campaign.ledger.CampaignLedger;
import amanah.campaign.ledger.LedgerMessage;
import amanah.campaign.ledger.LedgerNotice;
import amanah.campaign.monitor.CampaignMonitor;
import amanah.campaign.monitor.MonitorMessage;
import amanah.id.CampaignId;
import amanah.supervision.ChildKey;
import amanah.supervision.ChildSpec;
import amanah.supervision.Supervision;

/**
 * The children of a campaign, in the order in which they depend on one another. If one fails, it
 * and those after it start anew: the batcher and the monitor are nothing without the ledger, while
 * a monitor that fails disturbs nobody.
 */
final class CampaignTree {

  static final ChildKey<LedgerMessage> LEDGER = ChildKey.of("ledger");
  static final ChildKey<BatcherMessage> BATCHER = ChildKey.of("batcher");
  static final ChildKey<MonitorMessage> MONITOR = ChildKey.of("monitor");

  private CampaignTree() {}

  static Supervision of(
      CampaignId campaignId,
      CampaignEnvironment environment,
      ActorRef<LedgerNotice> root,
      BatcherCounters counters) {
    EntityLimits limits = environment.limits();
    return Supervision.restForOne()
        .intensity(limits.restartsMax(), limits.restartPeriod())
        .child(
            ChildSpec.permanent(
                    LEDGER,
                    siblings ->
                        CampaignLedger.create(
                            campaignId, root, environment.snapshots(), environment.clock()))
                .restartDelay(limits.restartDelay()))
        .child(
            ChildSpec.permanent(
                BATCHER,
                siblings ->
                    DonationBatcher.create(
                        siblings.ref(LEDGER),
                        limits.batch(),
                        counters,
                        environment.clock(),
                        environment.quorum())))
        .child(
            ChildSpec.permanent(
                MONITOR,
                siblings ->
                    CampaignMonitor.create(
                        siblings.ref(LEDGER), limits.monitor(), environment.clock())));
  }
}
