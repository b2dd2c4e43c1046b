package amanah.campaign.entity;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import amanah.campaign.CampaignSettings;
import amanah.campaign.batching.BatcherReply;
import amanah.campaign.batching.DonationsSettled;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.Milestones;
import amanah.campaign.domain.Refusal;
import amanah.campaign.journal.CampaignJournal;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.money.Money;
import amanah.node.NodeDefaults;
import amanah.testing.PostgresExtension;
import amanah.testing.WordOfMajority;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A campaign on a node that has not heard a majority of its cluster for a while. */
class CampaignQuorumIT {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static ActorTestKit kit;
  private static EntityLimits limits;

  private static final int ENDLESS = 1_000_000;

  private final AtomicBoolean quorum = new AtomicBoolean(true);
  private final AtomicInteger quorumEnds = new AtomicInteger(ENDLESS);
  private final WordOfMajority word = new WordOfMajority(this::quorum);
  private TestProbe<CampaignReply> caller;

  @BeforeAll
  static void start() {
    CampaignJournal.SCHEMA.migrate(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
    Config journal =
        ConfigFactory.parseMap(
            Map.of(
                "amanah.journal.url", POSTGRES.url(),
                "amanah.journal.user", POSTGRES.user(),
                "amanah.journal.password", POSTGRES.password()));
    kit = ActorTestKit.create("quorum", ConfigFactory.load(journal));
    limits = CampaignSettings.of(NodeDefaults.of(List.of("campaign.conf")).resolve()).entity();
  }

  @BeforeEach
  void call() {
    caller = kit.createTestProbe();
  }

  @AfterAll
  static void stop() {
    kit.shutdownTestKit();
  }

  @Test
  void it_reads_nothing_out_until_the_majority_is_back() {
    ActorRef<CampaignMessage> campaign = opened("reads");
    TestProbe<BatcherReply> batcher = kit.createTestProbe();

    quorum.set(false);
    campaign.tell(new CampaignMessage.Get(caller.getRef()));
    assertThat(refusal(caller.receiveMessage(ANSWER_MAX))).isEqualTo(Refusal.UNAVAILABLE);
    campaign.tell(new CampaignMessage.TrackView(caller.getRef()));
    assertThat(refusal(caller.receiveMessage(ANSWER_MAX))).isEqualTo(Refusal.UNAVAILABLE);
    campaign.tell(new CampaignMessage.Locate(DonationId.of("d"), caller.getRef()));
    assertThat(refusal(caller.receiveMessage(ANSWER_MAX))).isEqualTo(Refusal.UNAVAILABLE);
    campaign.tell(new CampaignMessage.GetBatcher(batcher.getRef()));
    assertThat(batcher.receiveMessage(ANSWER_MAX)).isInstanceOf(BatcherReply.Refused.class);

    quorum.set(true);
    campaign.tell(new CampaignMessage.Get(caller.getRef()));
    assertThat(caller.receiveMessage(ANSWER_MAX)).isInstanceOf(CampaignReply.Seen.class);
  }

  @Test
  void it_says_of_nothing_that_it_is_so_already_or_cannot_be() {
    ActorRef<CampaignMessage> campaign = opened("claims");
    quorum.set(false);

    execute(campaign, status(CampaignStatus.ACTIVE));
    assertThat(refusal(caller.receiveMessage(ANSWER_MAX))).isEqualTo(Refusal.UNAVAILABLE);
    execute(campaign, status(CampaignStatus.DRAFT));
    assertThat(refusal(caller.receiveMessage(ANSWER_MAX))).isEqualTo(Refusal.UNAVAILABLE);
  }

  @Test
  void it_begins_no_write() {
    ActorRef<CampaignMessage> campaign = opened("writes");
    TestProbe<DonationsSettled> donor = kit.createTestProbe();
    quorum.set(false);

    campaign.tell(new CampaignMessage.Donate(List.of(donation()), Instant.MAX, donor.getRef()));
    assertThat(refusal(donor.receiveMessage(ANSWER_MAX))).isEqualTo(Refusal.UNAVAILABLE);
    execute(campaign, status(CampaignStatus.PAUSED));
    assertThat(refusal(caller.receiveMessage(ANSWER_MAX))).isEqualTo(Refusal.UNAVAILABLE);

    quorum.set(true);
    campaign.tell(new CampaignMessage.Get(caller.getRef()));
    CampaignReply.Seen seen = (CampaignReply.Seen) caller.receiveMessage(ANSWER_MAX);
    assertThat(seen.campaign().donationCount()).isZero();
    assertThat(seen.campaign().status()).isEqualTo(CampaignStatus.ACTIVE);
  }

  /** The majority is there when the write begins, and gone when it has committed. */
  @Test
  void what_was_written_while_the_majority_went_is_unknown_and_the_same_again_is_the_truth() {
    ActorRef<CampaignMessage> campaign = opened("late");
    TestProbe<DonationsSettled> donor = kit.createTestProbe();
    quorumEnds.set(1);

    campaign.tell(new CampaignMessage.Donate(List.of(donation()), Instant.MAX, donor.getRef()));
    assertThat(refusal(donor.receiveMessage(ANSWER_MAX))).isEqualTo(Refusal.TIMEOUT);

    quorumEnds.set(ENDLESS);
    campaign.tell(new CampaignMessage.Donate(List.of(donation()), Instant.MAX, donor.getRef()));
    assertThat(donor.receiveMessage(ANSWER_MAX).outcomes().getFirst())
        .isInstanceOfSatisfying(
            DonationOutcome.Recorded.class, recorded -> assertThat(recorded.replayed()).isTrue());
  }

  /** The journal has proven of what is written that nobody else writes; of all else nothing has. */
  @Test
  void without_a_majoritys_word_only_what_it_writes_is_told() {
    ActorRef<CampaignMessage> campaign = opened("unheard");
    TestProbe<DonationsSettled> donor = kit.createTestProbe();
    word.give(false);

    campaign.tell(new CampaignMessage.Donate(List.of(donation()), Instant.MAX, donor.getRef()));
    assertThat(donor.receiveMessage(ANSWER_MAX).outcomes().getFirst())
        .isInstanceOf(DonationOutcome.Recorded.class);
    campaign.tell(new CampaignMessage.Donate(List.of(donation()), Instant.MAX, donor.getRef()));
    assertThat(refusal(donor.receiveMessage(ANSWER_MAX))).isEqualTo(Refusal.UNAVAILABLE);
    campaign.tell(new CampaignMessage.Get(caller.getRef()));
    assertThat(refusal(caller.receiveMessage(ANSWER_MAX))).isEqualTo(Refusal.UNAVAILABLE);
    campaign.tell(new CampaignMessage.TrackView(caller.getRef()));
    assertThat(refusal(caller.receiveMessage(ANSWER_MAX))).isEqualTo(Refusal.UNAVAILABLE);
    campaign.tell(new CampaignMessage.Locate(DonationId.of("d"), caller.getRef()));
    assertThat(refusal(caller.receiveMessage(ANSWER_MAX))).isEqualTo(Refusal.UNAVAILABLE);
    execute(campaign, status(CampaignStatus.DRAFT));
    assertThat(refusal(caller.receiveMessage(ANSWER_MAX))).isEqualTo(Refusal.UNAVAILABLE);
    campaign("nobody-opened-it").tell(new CampaignMessage.Get(caller.getRef()));
    assertThat(refusal(caller.receiveMessage(ANSWER_MAX))).isEqualTo(Refusal.UNAVAILABLE);
  }

  /** Held as often as it may be asked for. */
  private boolean quorum() {
    return quorum.get() && quorumEnds.getAndDecrement() > 0;
  }

  private static Refusal refusal(DonationsSettled settled) {
    return ((DonationOutcome.Refused) settled.outcomes().getFirst()).refusal();
  }

  private static Refusal refusal(CampaignReply reply) {
    return ((CampaignReply.Refused) reply).refusal();
  }

  private void execute(ActorRef<CampaignMessage> campaign, CampaignCommand command) {
    campaign.tell(new CampaignMessage.Execute(command, Instant.MAX, caller.getRef()));
  }

  private ActorRef<CampaignMessage> campaign(String id) {
    return kit.spawn(
        CampaignRoot.create(
            CampaignId.of(id),
            new CampaignEnvironment(
                limits,
                (persistenceId, snapshot) -> CompletableFuture.completedFuture(null),
                InstantSource.system(),
                new Random(1),
                word,
                Optional.empty()),
            () -> {}));
  }

  private ActorRef<CampaignMessage> opened(String id) {
    ActorRef<CampaignMessage> campaign = campaign(id);
    execute(
        campaign,
        new CampaignCommand.Open(
            new CampaignTerms(
                "A well", Money.of(100, USD), null, GoalPolicy.SOFT, false, Milestones.QUARTERS),
            false));
    assertThat(caller.receiveMessage(ANSWER_MAX)).isInstanceOf(CampaignReply.Answered.class);
    return campaign;
  }

  private static CampaignCommand status(CampaignStatus status) {
    return new CampaignCommand.ChangeStatus(status, null);
  }

  private static Donation donation() {
    return new Donation(
        DonationId.of("d"), Money.of(1, USD), null, null, Designation.SADAQAH, null, "bank", null);
  }
}
