package amanah.campaign.entity;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import amanah.campaign.CampaignSettings;
import amanah.campaign.batching.DonationsSettled;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Donor;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.Milestones;
import amanah.campaign.journal.CampaignJournal;
import amanah.cluster.Quorum;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.money.Money;
import amanah.node.NodeDefaults;
import amanah.testing.DurablePostgres;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign that is told to leave, because its shard moves or nobody asked for it. */
class CampaignLeaveIT {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
  private static final int DONATIONS = 250;

  @TempDir static Path directory;

  private static DurablePostgres postgres;
  private static ActorTestKit kit;
  private static EntityLimits limits;

  @BeforeAll
  static void start() throws IOException {
    postgres = DurablePostgres.start(directory);
    CampaignJournal.SCHEMA.migrate(postgres.url(), postgres.user(), postgres.password());
    Config journal =
        ConfigFactory.parseMap(
            Map.of(
                "amanah.journal.url", postgres.url(),
                "amanah.journal.user", postgres.user(),
                "amanah.journal.password", postgres.password()));
    kit = ActorTestKit.create("leave", ConfigFactory.load(journal));
    limits = CampaignSettings.of(NodeDefaults.of(List.of("campaign.conf")).resolve()).entity();
  }

  @AfterAll
  static void stop() throws IOException {
    kit.shutdownTestKit();
    postgres.close();
  }

  @Test
  void it_finishes_what_came_before_and_only_then_stops() throws IOException {
    ActorRef<CampaignMessage> campaign = opened("leaves-late");
    TestProbe<DonationsSettled> donors = kit.createTestProbe();
    TestProbe<CampaignReply> reader = kit.createTestProbe();

    postgres.pause();
    for (int count = 0; count < DONATIONS; count++) {
      campaign.tell(
          new CampaignMessage.Donate(List.of(donation(count)), Instant.MAX, donors.getRef()));
    }
    campaign.tell(new CampaignMessage.Locate(DonationId.of("d-1"), reader.getRef()));
    campaign.tell(new CampaignMessage.Leave());
    postgres.resume();

    for (int count = 0; count < DONATIONS; count++) {
      assertThat(donors.receiveMessage(ANSWER_MAX).outcomes().getFirst())
          .isInstanceOf(DonationOutcome.Recorded.class);
    }
    assertThat(reader.receiveMessage(ANSWER_MAX)).isInstanceOf(CampaignReply.Located.class);
    donors.expectTerminated(campaign, ANSWER_MAX);
  }

  @Test
  void it_leaves_although_it_was_told_while_it_was_still_starting() {
    ActorRef<CampaignMessage> campaign = spawned("leaves-early");
    TestProbe<CampaignReply> caller = kit.createTestProbe();
    campaign.tell(new CampaignMessage.Execute(opening(), Instant.MAX, caller.getRef()));
    campaign.tell(new CampaignMessage.Leave());

    assertThat(caller.receiveMessage(ANSWER_MAX)).isInstanceOf(CampaignReply.Answered.class);
    caller.expectTerminated(campaign, ANSWER_MAX);
  }

  @Test
  void it_leaves_in_time_although_its_journal_stands_still() throws IOException {
    ActorRef<CampaignMessage> campaign = opened("leaves-anyway");
    TestProbe<DonationsSettled> donor = kit.createTestProbe();

    postgres.pause();
    try {
      campaign.tell(new CampaignMessage.Donate(List.of(donation(1)), Instant.MAX, donor.getRef()));
      campaign.tell(new CampaignMessage.Leave());

      assertThat(donor.receiveMessage(ANSWER_MAX).outcomes().getFirst())
          .isInstanceOf(DonationOutcome.Refused.class);
      donor.expectTerminated(campaign, ANSWER_MAX);
    } finally {
      postgres.resume();
    }
  }

  private static ActorRef<CampaignMessage> opened(String id) {
    ActorRef<CampaignMessage> campaign = spawned(id);
    TestProbe<CampaignReply> opener = kit.createTestProbe();
    campaign.tell(new CampaignMessage.Execute(opening(), Instant.MAX, opener.getRef()));
    assertThat(opener.receiveMessage(ANSWER_MAX)).isInstanceOf(CampaignReply.Answered.class);
    return campaign;
  }

  private static ActorRef<CampaignMessage> spawned(String id) {
    return kit.spawn(
        CampaignRoot.create(
            CampaignId.of(id),
            new CampaignEnvironment(
                limits,
                (persistenceId, snapshot) -> CompletableFuture.completedFuture(null),
                InstantSource.system(),
                new Random(1),
                Quorum.always(),
                Optional.empty()),
            () -> {}));
  }

  private static CampaignCommand opening() {
    return new CampaignCommand.Open(
        new CampaignTerms(
            "A well", Money.of(100, USD), null, GoalPolicy.SOFT, false, Milestones.QUARTERS),
        false);
  }

  private static Donation donation(int count) {
    return new Donation(
        DonationId.of("d-" + count),
        Money.of(100, USD),
        new Donor(null, null, false),
        null,
        Designation.SADAQAH,
        null,
        "bank:" + count,
        null);
  }
}
