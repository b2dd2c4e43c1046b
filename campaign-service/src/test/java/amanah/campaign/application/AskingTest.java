package amanah.campaign.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.typed.ActorRef;
import amanah.campaign.entity.CampaignMessage;
import amanah.id.CampaignId;
import amanah.testing.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Questions to a campaign that loses some of them. */
class AskingTest {

  private static final CampaignId WELL = CampaignId.of("well");
  private static final String YES = "yes";
  private static final String NOT_NOW = "not now";
  private static final String LOST = "lost";

  private final ForgetfulCampaign campaign = new ForgetfulCampaign();
  private final Asking asking =
      new Asking(
          campaign,
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          new HandClock(Instant.parse("2026-03-01T00:00:00Z")));

  @Test
  void a_question_that_was_lost_is_put_again_after_a_second_and_then_after_twice_as_long() {
    campaign.will(LOST, LOST, YES);

    assertThat(answer()).isCompletedWithValue(YES);
    assertThat(campaign.patience)
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  @Test
  void when_the_time_is_over_it_is_not_put_again() {
    campaign.will(LOST, LOST, LOST, YES);

    assertThatThrownBy(() -> answer().join()).hasCauseInstanceOf(TimeoutException.class);
    assertThat(campaign.patience).hasSize(3);
  }

  @Test
  void a_campaign_that_has_no_time_for_the_first_question_says_so() {
    campaign.will(NOT_NOW);

    assertThat(answer()).isCompletedWithValue(NOT_NOW);
  }

  @Test
  void a_campaign_that_has_no_time_for_the_second_does_not_say_what_became_of_the_first() {
    campaign.will(LOST, NOT_NOW);

    assertThatThrownBy(() -> answer().join()).hasCauseInstanceOf(TimeoutException.class);
  }

  private CompletableFuture<String> answer() {
    return asking
        .<String>ask(WELL, (until, replyTo) -> new CampaignMessage.Leave(), NOT_NOW::equals)
        .toCompletableFuture();
  }

  /** Answers what it was told to, one question after another. */
  private static final class ForgetfulCampaign implements Asking.Questions {

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<Duration> patience = new ArrayList<>();

    private void will(String... said) {
      answers.addAll(List.of(said));
    }

    @Override
    @SuppressWarnings("unchecked") // All questions here are answered with a text.
    public <T> CompletionStage<T> put(
        CampaignId campaignId,
        Function<ActorRef<T>, CampaignMessage> question,
        Duration patienceWithIt) {
      patience.add(patienceWithIt);
      String said = answers.remove();
      return said.equals(LOST)
          ? CompletableFuture.failedFuture(new TimeoutException("nobody answered"))
          : CompletableFuture.completedFuture((T) said);
    }
  }
}
