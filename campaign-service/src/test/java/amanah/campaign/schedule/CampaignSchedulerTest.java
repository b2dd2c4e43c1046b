package amanah.campaign.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.LoggingTestKit;
import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.Props;
import amanah.campaign.HandScheduler;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.Summaries;
import amanah.id.CampaignId;
import amanah.testing.ActorTestKitExtension;
import amanah.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The scheduler runs on the test's own thread, its timers by the test's hand. */
final class CampaignSchedulerTest {

  private static final Duration INTERVAL = Duration.ofMinutes(1);
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant PASSED = NOON.minusSeconds(1);
  private static final Instant AHEAD = NOON.plusSeconds(1);
  private static final CampaignId WELL = CampaignId.of("well");
  private static final CampaignId MILL = CampaignId.of("mill");
  private static final Props OWN_THREAD =
      DispatcherSelector.fromConfig("akka.test.calling-thread-dispatcher");

  @RegisterExtension
  static final ActorTestKitExtension ACTORS = new ActorTestKitExtension(HandScheduler.config());

  private final HandScheduler timers = HandScheduler.of(ACTORS.kit().system());
  private final FakeAgenda agenda = new FakeAgenda();
  private final List<CampaignId> asked = new ArrayList<>();
  private final Map<CampaignId, CompletionStage<Optional<CampaignSummary>>> answers =
      new HashMap<>();
  private Moment now = Moment.trusted(NOON);
  private final ActorRef<SchedulerMessage> scheduler =
      ACTORS
          .kit()
          .spawn(
              CampaignScheduler.create(agenda, this::ask, () -> now, new ScheduleTimes(INTERVAL)),
              OWN_THREAD);

  @BeforeEach
  void it_has_looked_once() {
    timers.pass(Duration.ZERO);
  }

  @AfterEach
  void no_timer_is_left_behind() {
    ACTORS.kit().stop(scheduler);
  }

  private CompletionStage<Optional<CampaignSummary>> ask(CampaignId campaignId) {
    asked.add(campaignId);
    return answers.getOrDefault(campaignId, CompletableFuture.completedFuture(Optional.empty()));
  }

  private void says(CampaignId campaignId, CampaignSummary campaign) {
    answers.put(campaignId, CompletableFuture.completedFuture(Optional.of(campaign)));
  }

  private void look() {
    timers.pass(INTERVAL);
  }

  @Test
  void asks_who_is_due_and_nobody_else() {
    agenda.put(WELL, 1, PASSED.toEpochMilli());
    agenda.put(MILL, 1, AHEAD.toEpochMilli());
    says(WELL, Summaries.of(CampaignStatus.ACTIVE, PASSED));

    look();

    assertThat(asked).containsExactly(WELL);
    assertThat(agenda.knows(WELL)).as("until it has journaled that it ended").isTrue();
  }

  @Test
  void asks_again_at_the_next_look_who_has_not_done_it_yet() {
    agenda.put(WELL, 1, PASSED.toEpochMilli());
    says(WELL, Summaries.of(CampaignStatus.ACTIVE, PASSED));

    look();
    look();

    assertThat(asked).containsExactly(WELL, WELL);
  }

  @Test
  void takes_off_who_has_nothing_to_do_and_moves_who_has_it_later() {
    agenda.put(WELL, 1, 0);
    agenda.put(MILL, 1, 0);
    says(WELL, Summaries.active());
    says(MILL, Summaries.of(CampaignStatus.PAUSED, AHEAD));

    look();

    assertThat(agenda.knows(WELL)).isFalse();
    assertThat(agenda.dueMillis(MILL)).contains(AHEAD.toEpochMilli());
    look();
    assertThat(asked).hasSize(2);
  }

  @Test
  void is_not_held_up_by_those_that_do_not_answer() {
    for (int count = 0; count < CampaignScheduler.PAGE_MAX; count++) {
      agenda.put(CampaignId.of("silent-" + count), 1, 1);
    }
    agenda.put(WELL, 1, PASSED.toEpochMilli());
    says(WELL, Summaries.of(CampaignStatus.ACTIVE, PASSED));

    LoggingTestKit.warn(CampaignScheduler.PAGE_MAX + " campaigns that are due did not say")
        .expect(
            ACTORS.kit().system(),
            () -> {
              look();
              return asked;
            });

    assertThat(asked).hasSize(CampaignScheduler.PAGE_MAX + 1).endsWith(WELL);
  }

  @Test
  void asks_no_more_at_a_time_than_its_bound_and_begins_no_second_look_meanwhile() {
    CompletableFuture<Optional<CampaignSummary>> late = new CompletableFuture<>();
    for (int count = 0; count < 2 * CampaignScheduler.ASKED_MAX; count++) {
      CampaignId campaignId = CampaignId.of("due-" + count);
      agenda.put(campaignId, 1, 1);
      answers.put(campaignId, late);
    }

    look();
    look();
    assertThat(asked).hasSize(CampaignScheduler.ASKED_MAX);

    late.complete(Optional.of(Summaries.active()));
    assertThat(asked).hasSize(2 * CampaignScheduler.ASKED_MAX).doesNotHaveDuplicates();
  }

  @Test
  void wakes_nobody_by_a_time_that_is_not_trusted() {
    agenda.put(WELL, 1, PASSED.toEpochMilli());
    now = Moment.doubtful(NOON);

    look();
    assertThat(asked).isEmpty();

    now = Moment.trusted(NOON);
    look();
    assertThat(asked).containsExactly(WELL);
  }

  @Test
  void goes_on_when_the_agenda_can_be_read_again() {
    agenda.put(WELL, 1, PASSED.toEpochMilli());
    agenda.failing(true);
    LoggingTestKit.warn("the agenda of the campaigns cannot be read")
        .withOccurrences(1)
        .expect(
            ACTORS.kit().system(),
            () -> {
              look();
              look();
              return asked;
            });
    assertThat(asked).isEmpty();

    agenda.failing(false);
    look();

    assertThat(asked).containsExactly(WELL);
  }

  @Test
  void reads_one_page_when_all_is_in_it() {
    agenda.put(WELL, 1, 0);
    says(WELL, Summaries.active());
    int before = agenda.reads();

    look();

    assertThat(agenda.reads()).isEqualTo(before + 1);
  }
}
