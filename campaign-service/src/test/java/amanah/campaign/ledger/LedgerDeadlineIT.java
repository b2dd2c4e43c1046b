package amanah.campaign.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.Donations;
import amanah.campaign.domain.Terms;
import amanah.campaign.journal.CampaignJournal;
import amanah.cluster.Quorum;
import amanah.id.CampaignId;
import amanah.testing.HandClock;
import amanah.testing.PostgresExtension;
import amanah.time.Timekeeper;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of a command that lay aside until those who sent it had given up. */
class LedgerDeadlineIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static ActorTestKit node;

  private final HandClock clock = new HandClock(NOW);

  @BeforeAll
  static void start() {
    CampaignJournal.SCHEMA.migrate(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
    node =
        ActorTestKit.create(
            "deadline-it",
            ConfigFactory.load(
                ConfigFactory.parseMap(
                    Map.of(
                        "amanah.journal.url", POSTGRES.url(),
                        "amanah.journal.user", POSTGRES.user(),
                        "amanah.journal.password", POSTGRES.password(),
                        "amanah.journal.connections", 4))));
  }

  @AfterAll
  static void stop() {
    node.shutdownTestKit();
  }

  @Test
  void it_is_not_begun_and_its_repeat_in_time_is() {
    TestProbe<LedgerReply> answers = node.createTestProbe();
    // As after a step back of the database's clock, which what is written down does not follow.
    Timekeeper ahead = Timekeeper.trusting(() -> clock.instant().plusSeconds(60));
    ActorRef<LedgerMessage> ledger =
        node.spawn(
            CampaignLedger.create(
                CampaignId.of("well"),
                node.<LedgerNotice>createTestProbe().ref(),
                (entity, snapshot) -> CompletableFuture.completedFuture(null),
                ahead,
                clock,
                Quorum.always()));
    tell(ledger, new CampaignCommand.Open(Terms.softGoal(1_000_000), false), NOW, answers);
    CampaignCommand gift =
        new CampaignCommand.RecordDonations(List.of(Donations.donation("d-1", 100)));
    tell(ledger, gift, NOW.minusSeconds(1), answers);
    tell(ledger, gift, NOW, answers);

    assertThat(answers.receiveMessage(DEADLINE)).isInstanceOf(LedgerReply.Answered.class);
    assertThat(answers.receiveMessage(DEADLINE)).isEqualTo(new LedgerReply.Late(1));
    LedgerReply.Answered repeat = (LedgerReply.Answered) answers.receiveMessage(DEADLINE);
    assertThat(repeat.campaign().orElseThrow().donationCount()).isEqualTo(1);
    assertThat(repeat.campaign().orElseThrow().sequence()).isEqualTo(2);
  }

  private static void tell(
      ActorRef<LedgerMessage> ledger,
      CampaignCommand command,
      Instant askedUntil,
      TestProbe<LedgerReply> answers) {
    ledger.tell(new LedgerMessage.Execute(1, command, askedUntil, answers.ref()));
  }
}
