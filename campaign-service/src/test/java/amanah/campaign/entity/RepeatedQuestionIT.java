package amanah.campaign.entity;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.AskPattern;
import akka.japi.function.Function;
import amanah.campaign.CampaignSettings;
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
import amanah.cluster.Asking;
import amanah.cluster.Quorum;
import amanah.id.CampaignId;
import amanah.id.ChangeId;
import amanah.id.DonationId;
import amanah.money.Money;
import amanah.node.NodeDefaults;
import amanah.testing.PostgresExtension;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A question that a shard holds back while it moves, and that the node puts again meanwhile, past
 * the first.
 */
class RepeatedQuestionIT {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static ActorTestKit kit;
  private static EntityLimits limits;

  private final Asking asking =
      new Asking(Duration.ofMinutes(2), Duration.ofSeconds(1), InstantSource.system());
  private TestProbe<CampaignReply> other;

  @BeforeAll
  static void start() {
    CampaignJournal.SCHEMA.migrate(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
    Config journal =
        ConfigFactory.parseMap(
            Map.of(
                "amanah.journal.url", POSTGRES.url(),
                "amanah.journal.user", POSTGRES.user(),
                "amanah.journal.password", POSTGRES.password()));
    kit = ActorTestKit.create("repeats", ConfigFactory.load(journal));
    limits = CampaignSettings.of(NodeDefaults.of(List.of("campaign.conf")).resolve()).entity();
  }

  @BeforeEach
  void call() {
    other = kit.createTestProbe();
  }

  @AfterAll
  static void stop() {
    kit.shutdownTestKit();
  }

  @Test
  void a_donation_whose_repeat_is_refused_may_still_be_recorded_so_nobody_is_told_that_it_is_not() {
    ActorRef<CampaignMessage> campaign = opened("paused-and-resumed");
    changed(campaign, move("other-1", CampaignStatus.PAUSED));
    HeldBack heldBack = new HeldBack(campaign);

    DonationsSettled told =
        asking
            .<CampaignMessage, DonationsSettled>ask(
                heldBack,
                (until, replyTo) -> new CampaignMessage.Donate(List.of(donation()), until, replyTo),
                DonationsSettled::certainWhileUnderWay)
            .toCompletableFuture()
            .join();
    changed(campaign, move("other-2", CampaignStatus.ACTIVE));
    DonationsSettled first = (DonationsSettled) heldBack.letGo();

    assertThat(first.outcomes().getFirst()).isInstanceOf(DonationOutcome.Recorded.class);
    assertThat(told.outcomes().getFirst())
        .isInstanceOfSatisfying(
            DonationOutcome.Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.TIMEOUT));
  }

  @Test
  void a_change_that_comes_twice_does_not_undo_what_came_between() {
    ActorRef<CampaignMessage> campaign = opened("paused-twice");
    HeldBack heldBack = new HeldBack(campaign);

    CampaignReply told =
        asking
            .<CampaignMessage, CampaignReply>ask(
                heldBack,
                (until, replyTo) ->
                    new CampaignMessage.Execute(
                        move("mine", CampaignStatus.PAUSED), until, replyTo),
                CampaignReply::certainWhileUnderWay)
            .toCompletableFuture()
            .join();
    changed(campaign, move("other", CampaignStatus.ACTIVE));
    heldBack.letGo();

    assertThat(told).isInstanceOf(CampaignReply.Answered.class);
    campaign.tell(new CampaignMessage.Get(other.getRef()));
    assertThat(((CampaignReply.Seen) other.receiveMessage(ANSWER_MAX)).campaign().status())
        .isEqualTo(CampaignStatus.ACTIVE);
  }

  private void changed(ActorRef<CampaignMessage> campaign, CampaignCommand command) {
    campaign.tell(new CampaignMessage.Execute(command, Instant.MAX, other.getRef()));
    assertThat(other.receiveMessage(ANSWER_MAX)).isInstanceOf(CampaignReply.Answered.class);
  }

  private ActorRef<CampaignMessage> opened(String id) {
    ActorRef<CampaignMessage> campaign =
        kit.spawn(
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
    changed(
        campaign,
        new CampaignCommand.Open(
            new CampaignTerms(
                "Wells",
                Money.of(1_000, USD),
                null,
                GoalPolicy.SOFT,
                false,
                new Milestones(List.of())),
            false));
    return campaign;
  }

  private static CampaignCommand move(String name, CampaignStatus target) {
    return new CampaignCommand.ChangeStatus(target, null, ChangeId.of(name));
  }

  private static Donation donation() {
    return new Donation(
        DonationId.of("d"),
        Money.of(5, USD),
        null,
        null,
        Designation.SADAQAH,
        null,
        "bank:1",
        null);
  }

  /** Holds the first question back until it is told to let it go. */
  private static final class HeldBack implements Asking.Asked<CampaignMessage> {

    private final ActorRef<CampaignMessage> campaign;
    private final TestProbe<Object> answers = kit.createTestProbe();
    private @Nullable CampaignMessage held;

    private HeldBack(ActorRef<CampaignMessage> campaign) {
      this.campaign = campaign;
    }

    @Override
    public <T> CompletionStage<T> ask(
        Function<ActorRef<T>, CampaignMessage> message, Duration patience) {
      if (held == null) {
        held = applied(message);
        return CompletableFuture.failedFuture(new TimeoutException("it is held back"));
      }
      return AskPattern.ask(campaign, message, patience, kit.system().scheduler());
    }

    private <T> CampaignMessage applied(Function<ActorRef<T>, CampaignMessage> message) {
      try {
        return message.apply(answers.getRef().narrow());
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
    }

    /** What is said to the first question now. */
    private Object letGo() {
      campaign.tell(Objects.requireNonNull(held));
      return answers.receiveMessage(ANSWER_MAX);
    }
  }
}
