package amanah.campaign.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.AskPattern;
import akka.actor.typed.javadsl.Behaviors;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.Milestones;
import amanah.campaign.journal.CampaignSchema;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.money.Money;
import amanah.testing.DurablePostgres;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hazard that the campaign's desk and batcher hold off is real: without them a flood like the
 * one that they bear ends the actor system. When this test fails, Akka has been mended, and the
 * bounds may be looked at again.
 */
class LedgerHazardIT {

  private static final int FLOOD = 4_000;
  private static final Duration END_MAX = Duration.ofSeconds(60);

  @TempDir Path directory;

  @Test
  void a_flood_that_writes_nothing_behind_a_slow_write_ends_an_unprotected_ledger()
      throws IOException {
    try (DurablePostgres postgres = DurablePostgres.start(directory)) {
      CampaignSchema.migrate(postgres.url(), postgres.user(), postgres.password());
      ActorSystem<LedgerMessage> system = unprotectedLedger(postgres);
      ActorRef<LedgerReply> nobody = system.ignoreRef();
      awaitRecovery(system);

      postgres.pause();
      system.tell(new LedgerMessage.Execute(1, opening(), nobody));
      for (int ticket = 0; ticket < FLOOD; ticket++) {
        system.tell(new LedgerMessage.Locate(ticket, DonationId.of("nobody"), nobody));
      }
      postgres.resume();

      assertThat(system.getWhenTerminated().toCompletableFuture()).succeedsWithin(END_MAX);
    }
  }

  /** Its end shall come from the flood, not from a recovery that found the journal paused. */
  private static void awaitRecovery(ActorSystem<LedgerMessage> system) {
    CompletionStage<LedgerReply> answer =
        AskPattern.ask(
            system,
            replyTo -> new LedgerMessage.Locate(0, DonationId.of("nobody"), replyTo),
            END_MAX,
            system.scheduler());
    answer.toCompletableFuture().join();
  }

  private static ActorSystem<LedgerMessage> unprotectedLedger(DurablePostgres postgres) {
    Config config =
        ConfigFactory.parseMap(
            Map.of(
                "amanah.journal.url", postgres.url(),
                "amanah.journal.user", postgres.user(),
                "amanah.journal.password", postgres.password(),
                "akka.jvm-exit-on-fatal-error", "off",
                "akka.loglevel", "OFF"));
    return ActorSystem.create(
        Behaviors.setup(
            context ->
                CampaignLedger.create(
                    CampaignId.of("flooded"),
                    context.getSystem().ignoreRef(),
                    (persistenceId, snapshot) -> CompletableFuture.completedFuture(null),
                    InstantSource.system())),
        "hazard",
        ConfigFactory.load(config));
  }

  private static CampaignCommand opening() {
    return new CampaignCommand.Open(
        new CampaignTerms(
            "A well",
            Money.of(100, Currency.getInstance("USD")),
            null,
            GoalPolicy.SOFT,
            false,
            Milestones.QUARTERS),
        false);
  }
}
