package amanah.campaign.application;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import akka.actor.typed.ActorRef;
import amanah.campaign.batching.BatchLimits;
import amanah.campaign.batching.DonationsSettled;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Donations;
import amanah.campaign.domain.Refusal;
import amanah.campaign.entity.CampaignMessage;
import amanah.cluster.Asking;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.testing.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A long list of donations has the time of one answer, however many messages it takes. */
final class DonationChunksTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
  private static final CampaignId WELL = CampaignId.of("well");
  private static final int CHUNKS = 20;
  private static final List<Donation> MANY =
      Donations.donations("d", CHUNKS * BatchLimits.MESSAGE_MAX);

  private final HandClock clock = new HandClock(START);
  private final SlowCampaign campaign = new SlowCampaign();
  private final CampaignAsks asks =
      new CampaignAsks(
          campaignId -> campaign,
          new Asking(ANSWER_MAX, ANSWER_MAX, clock),
          new OpenedCampaigns(ids -> CompletableFuture.completedFuture(new HashSet<>(ids))),
          ANSWER_MAX);

  // spotless:off
  @ParameterizedTest(name = "{0} ms for each: {1} answered, {2} unknown, {3} not tried")
  @CsvSource({
    "  200, 20, 0,  0",
    "  250, 20, 0,  0",
    "  300, 16, 1,  3",
    "1_000,  5, 0, 15",
    "2_000,  2, 1, 17",
    "2_500,  2, 0, 18",
    "5_000,  1, 0, 19",
    "9_000,  0, 1, 19"
  })
  // spotless:on
  void what_has_no_time_left_is_not_tried_and_told_item_by_item(
      String millisEach, int answered, int unknown, int notTried) {
    campaign.takes = Duration.ofMillis(Long.parseLong(millisEach.replace("_", "")));

    List<DonationOutcome> outcomes = sent(asks);

    assertThat(Duration.between(START, clock.instant())).isLessThanOrEqualTo(ANSWER_MAX);
    assertThat(outcomes).hasSize(MANY.size());
    assertThat(outcomes.stream().map(DonationOutcome::donationId))
        .isEqualTo(MANY.stream().map(Donation::donationId).toList());
    assertThat(chunks(outcomes, Optional.empty())).isEqualTo(answered);
    assertThat(chunks(outcomes, Optional.of(Refusal.TIMEOUT))).isEqualTo(unknown);
    assertThat(chunks(outcomes, Optional.of(Refusal.UNAVAILABLE))).isEqualTo(notTried);
    assertThat(campaign.recorded).hasSize(answered * BatchLimits.MESSAGE_MAX);
  }

  @Test
  void a_caller_who_goes_earlier_has_less_time() {
    campaign.takes = Duration.ofSeconds(1);

    List<DonationOutcome> outcomes = sent(asks.within(Duration.ofSeconds(2)));

    assertThat(Duration.between(START, clock.instant())).isEqualTo(Duration.ofSeconds(2));
    assertThat(chunks(outcomes, Optional.empty())).isEqualTo(2);
    assertThat(chunks(outcomes, Optional.of(Refusal.UNAVAILABLE))).isEqualTo(18);
  }

  @Test
  void what_was_not_tried_is_recorded_when_it_comes_again() {
    campaign.takes = Duration.ofSeconds(2);
    sent(asks);
    campaign.takes = Duration.ZERO;

    List<DonationOutcome> again = sent(asks);

    assertThat(chunks(again, Optional.empty())).isEqualTo(CHUNKS);
    assertThat(campaign.recorded).hasSize(MANY.size());
  }

  private static List<DonationOutcome> sent(CampaignAsks asks) {
    Reply<List<DonationOutcome>> reply =
        DonationChunks.sendInTurn(asks, WELL, MANY).toCompletableFuture().join();
    return ((Reply.Done<List<DonationOutcome>>) reply).value();
  }

  /** How many whole messages were answered so; empty for recorded. */
  private static long chunks(List<DonationOutcome> outcomes, Optional<Refusal> as) {
    return outcomes.stream().filter(outcome -> refusal(outcome).equals(as)).count()
        / BatchLimits.MESSAGE_MAX;
  }

  private static Optional<Refusal> refusal(DonationOutcome outcome) {
    return switch (outcome) {
      case DonationOutcome.Recorded recorded -> Optional.empty();
      case DonationOutcome.Refused refused -> Optional.of(refused.refusal());
    };
  }

  /** Takes its time for each message; what takes longer than its caller waits, it never begins. */
  private final class SlowCampaign implements Asking.Asked<CampaignMessage> {

    private final Set<DonationId> recorded = new HashSet<>();
    private Duration takes = Duration.ZERO;

    @Override
    public <T> CompletionStage<T> ask(
        akka.japi.function.Function<ActorRef<T>, CampaignMessage> message, Duration patience) {
      if (takes.compareTo(patience) > 0) {
        clock.pass(patience);
        return CompletableFuture.failedFuture(new TimeoutException("as the test wants"));
      }
      clock.pass(takes);
      TestInbox<T> caller = TestInbox.create();
      record((CampaignMessage.Donate) apply(message, caller.getRef()));
      return CompletableFuture.completedFuture(caller.receiveMessage());
    }

    private void record(CampaignMessage.Donate donate) {
      donate.donations().forEach(donation -> recorded.add(donation.donationId()));
      donate
          .replyTo()
          .tell(
              new DonationsSettled(
                  donate.donations().stream()
                      .<DonationOutcome>map(
                          donation ->
                              new DonationOutcome.Recorded(
                                  donation.donationId(), donation.amount(), 2, false))
                      .toList(),
                  Optional.empty()));
    }

    private static <T> CampaignMessage apply(
        akka.japi.function.Function<ActorRef<T>, CampaignMessage> message, ActorRef<T> replyTo) {
      try {
        return message.apply(replyTo);
      } catch (Exception failed) {
        throw new AssertionError(failed);
      }
    }
  }
}
