package amanah.campaign.zakat;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import amanah.campaign.CampaignSettings;
import amanah.campaign.batching.DonationsSettled;
import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.entity.CampaignEnvironment;
import amanah.campaign.entity.CampaignMessage;
import amanah.campaign.entity.CampaignReply;
import amanah.campaign.entity.CampaignRoot;
import amanah.campaign.entity.EntityLimits;
import amanah.campaign.journal.ZakatRows;
import amanah.cluster.Quorum;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.node.NodeDefaults;
import amanah.protocol.zakat.ZakatReporting;
import amanah.supervision.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Campaigns on the real journal, each awake from its first message until it crashes. */
final class JournaledCampaigns {

  static final Duration DEADLINE = Duration.ofSeconds(60);

  private static final ReporterLimits PATIENCE =
      new ReporterLimits(
          Duration.ofSeconds(2), Backoff.of(Duration.ofMillis(50), Duration.ofSeconds(1), 0.2));

  private final ActorTestKit kit;
  private final ZakatRows rows;
  private final ActorRef<ZakatReporting> calculator;
  private final EntityLimits limits =
      CampaignSettings.of(NodeDefaults.of(List.of("campaign.conf")).resolve()).entity();
  private final Map<CampaignId, ActorRef<CampaignMessage>> awake = new ConcurrentHashMap<>();

  JournaledCampaigns(ActorTestKit kit, ZakatRows rows, ActorRef<ZakatReporting> calculator) {
    this.kit = kit;
    this.rows = rows;
    this.calculator = calculator;
  }

  /** Those that have been woken and have not crashed since. */
  Set<CampaignId> awake() {
    return Set.copyOf(awake.keySet());
  }

  /** The campaign, which looks for zakat that is not reported. */
  void wake(CampaignId campaignId) {
    campaign(campaignId).tell(new CampaignMessage.LookForZakat());
  }

  private ActorRef<CampaignMessage> campaign(CampaignId campaignId) {
    return awake.computeIfAbsent(campaignId, this::spawned);
  }

  private ActorRef<CampaignMessage> spawned(CampaignId campaignId) {
    ReporterEnvironment zakat = new ReporterEnvironment(calculator, rows, PATIENCE, new Random(1));
    return kit.spawn(
        CampaignRoot.create(
            campaignId,
            new CampaignEnvironment(
                limits,
                (persistenceId, snapshot) -> CompletableFuture.completedFuture(null),
                InstantSource.system(),
                new Random(1),
                Quorum.always(),
                Optional.of(zakat)),
            () -> {}));
  }

  /** It is gone with all it knew. */
  void crash(CampaignId campaignId) {
    ActorRef<CampaignMessage> campaign = awake.remove(campaignId);
    if (campaign != null) {
      kit.stop(campaign, DEADLINE);
    }
  }

  CampaignId opened(String id, boolean takesZakat) {
    CampaignId campaignId = CampaignId.of(id);
    execute(
        campaignId,
        new CampaignCommand.Open(ZakatStory.campaign(takesZakat, 1).terms(), false),
        Answer.Accepted.class);
    return campaignId;
  }

  void donate(CampaignId campaignId, Donation... donations) {
    assertThat(settle(campaignId, donations).outcomes())
        .hasOnlyElementsOfType(DonationOutcome.Recorded.class);
  }

  /** Donates, and lets the campaign say what it will. */
  DonationsSettled settle(CampaignId campaignId, Donation... donations) {
    TestProbe<DonationsSettled> donor = kit.createTestProbe();
    campaign(campaignId)
        .tell(new CampaignMessage.Donate(List.of(donations), Instant.MAX, donor.ref()));
    return donor.receiveMessage(DEADLINE);
  }

  void refund(CampaignId campaignId, String refundId, String donationId, long minor) {
    execute(
        campaignId,
        new CampaignCommand.Refund(
            RefundId.of(refundId), DonationId.of(donationId), ZakatStory.usd(minor), null),
        Answer.RefundRecorded.class);
  }

  private void execute(
      CampaignId campaignId, CampaignCommand command, Class<? extends Answer> expected) {
    TestProbe<CampaignReply> caller = kit.createTestProbe();
    campaign(campaignId).tell(new CampaignMessage.Execute(command, Instant.MAX, caller.ref()));
    assertThat(caller.receiveMessage(DEADLINE))
        .isInstanceOfSatisfying(
            CampaignReply.Answered.class,
            answered -> assertThat(answered.answer()).isInstanceOf(expected));
  }
}
