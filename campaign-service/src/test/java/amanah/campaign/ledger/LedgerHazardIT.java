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
import amanah.campaign.journal.CampaignJournal;
import amanah.cluster.Quorum;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.money.Money;
import amanah.testing.DurablePostgres;
import amanah.time.Timekeeper;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hazard that the campaign's desk and batcher hold off is real: without them a flood like the
 * one that they bear ends the actor system, and as many commands as the desk lets through do not.
 * When this test fails, Akka has been mended, and the bounds may be looked at again.
 */
class LedgerHazardIT {

  private static final int FLOOD = 4_000;
  private static final int DESK_WINDOW = 8;
  private static final Duration END_MAX = Duration.ofSeconds(60);

  @TempDir static Path directory;

  private static DurablePostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = DurablePostgres.start(directory);
    CampaignJournal.SCHEMA.migrate(postgres.url(), postgres.user(), postgres.password());
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void forgetEarlierErrors() {
    SmallStacks.forget();
  }

  @Test
  void a_flood_that_writes_nothing_behind_a_slow_write_ends_an_unprotected_ledger()
      throws IOException {
    ActorSystem<LedgerMessage> system = unprotectedLedger("flooded");
    awaitAnswer(system);

    sendBehindASlowWrite(system, FLOOD);

    assertThat(system.getWhenTerminated().toCompletableFuture()).succeedsWithin(END_MAX);
    assertThat(SmallStacks.fatal()).containsInstanceOf(StackOverflowError.class);
  }

  @Test
  void as_many_commands_as_the_desk_lets_through_are_borne() throws IOException {
    ActorSystem<LedgerMessage> system = unprotectedLedger("spared");
    awaitAnswer(system);

    sendBehindASlowWrite(system, DESK_WINDOW);

    awaitAnswer(system);
    assertThat(SmallStacks.fatal()).isEmpty();
    system.terminate();
    assertThat(system.getWhenTerminated().toCompletableFuture()).succeedsWithin(END_MAX);
  }

  private static void sendBehindASlowWrite(ActorSystem<LedgerMessage> system, int commands)
      throws IOException {
    ActorRef<LedgerReply> nobody = system.ignoreRef();
    postgres.pause();
    system.tell(new LedgerMessage.Execute(1, opening(), Instant.MAX, nobody));
    for (int ticket = 0; ticket < commands; ticket++) {
      system.tell(new LedgerMessage.Locate(ticket, DonationId.of("nobody"), nobody));
    }
    postgres.resume();
  }

  /** Also done with recovery: an end shall come from a flood, not from a paused journal. */
  private static void awaitAnswer(ActorSystem<LedgerMessage> system) {
    CompletionStage<LedgerReply> answer =
        AskPattern.ask(
            system,
            replyTo -> new LedgerMessage.Locate(0, DonationId.of("nobody"), replyTo),
            END_MAX,
            system.scheduler());
    answer.toCompletableFuture().join();
  }

  private static ActorSystem<LedgerMessage> unprotectedLedger(String id) {
    Config config =
        ConfigFactory.parseMap(
            Map.of(
                "amanah.journal.url", postgres.url(),
                "amanah.journal.user", postgres.user(),
                "amanah.journal.password", postgres.password(),
                "akka.actor.default-dispatcher.executor", SmallStacks.class.getName(),
                "akka.jvm-exit-on-fatal-error", "off",
                "akka.loglevel", "OFF"));
    return ActorSystem.create(
        Behaviors.setup(
            context ->
                CampaignLedger.create(
                    CampaignId.of(id),
                    context.getSystem().ignoreRef(),
                    (persistenceId, snapshot) -> CompletableFuture.completedFuture(null),
                    Timekeeper.trusting(InstantSource.system()),
                    InstantSource.system(),
                    Quorum.always())),
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
