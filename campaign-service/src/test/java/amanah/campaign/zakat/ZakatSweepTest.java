package amanah.campaign.zakat;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.Props;
import amanah.campaign.HandScheduler;
import amanah.id.CampaignId;
import amanah.protocol.zakat.ZakatReporting;
import amanah.testing.ActorTestKitExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The sweep runs on the test's own thread, its timers by the test's hand. */
final class ZakatSweepTest {

  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final Duration AGAIN = Duration.ofHours(1);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(3);
  private static final Props OWN_THREAD =
      DispatcherSelector.fromConfig("akka.test.calling-thread-dispatcher");
  private static final CampaignId WELL = CampaignId.of("well");
  private static final CampaignId MILL = CampaignId.of("mill");

  @RegisterExtension
  static final ActorTestKitExtension ACTORS = new ActorTestKitExtension(HandScheduler.config());

  private final HandScheduler time = HandScheduler.of(ACTORS.kit().system());
  private final FakeFeed feed = new FakeFeed();
  private final FakeCalculator calculator = new FakeCalculator();
  private final List<CampaignId> woken = new ArrayList<>();
  private final ActorRef<ZakatReporting> calculatorRef =
      ACTORS.kit().spawn(calculator.behavior(), OWN_THREAD);
  private final ActorRef<SweepMessage> sweep =
      ACTORS
          .kit()
          .spawn(
              ZakatSweep.create(
                  feed, calculatorRef, woken::add, new SweepTimes(INTERVAL, AGAIN, ANSWER_MAX)),
              OWN_THREAD);

  @AfterEach
  void no_timer_is_left_behind() {
    ACTORS.kit().stop(sweep);
    ACTORS.kit().stop(calculatorRef);
  }

  @Nested
  final class The_first_look {

    @Test
    void wakes_campaigns_whose_zakat_is_not_counted() {
      feed.commit(WELL, 3);
      feed.commit(MILL, 5);
      calculator.move(MILL, 5);

      sweepOnce();

      assertThat(woken).containsExactly(WELL);
    }

    @Test
    void goes_through_all_campaigns_in_pages() {
      IntStream.range(0, 2 * BehindCampaigns.MAX)
          .mapToObj(index -> CampaignId.of("counted-" + index))
          .forEach(
              campaign -> {
                feed.commit(campaign, 1);
                calculator.move(campaign, 1);
              });
      feed.commit(WELL, 1);

      sweepOnce();

      assertThat(woken).containsExactly(WELL);
    }

    @Test
    void finds_old_events_that_nobody_has_marked_where_they_may_be_zakat() {
      feed.commitUnmarked(WELL, 3, true);
      feed.commitUnmarked(MILL, 3, false);

      sweepOnce();

      assertThat(woken).containsExactly(WELL);
    }
  }

  @Nested
  final class A_later_look {

    @Test
    void wakes_a_campaign_for_what_was_written_since() {
      sweepOnce();
      feed.commit(WELL, 1);

      sweepOnce();

      assertThat(woken).containsExactly(WELL);
    }

    @Test
    void does_not_read_again_what_was_read() {
      feed.commit(WELL, 1);
      calculator.move(WELL, 1);
      sweepOnce();
      int before = feed.pages();

      sweepOnce();

      assertThat(feed.pages()).isEqualTo(before + 1);
      assertThat(calculator.isIdle()).isTrue();
    }

    @Test
    void finds_what_commits_late_behind_what_committed_before_it() {
      sweepOnce();
      long late = feed.begin(WELL, 1);
      feed.commit(MILL, 1);
      calculator.move(MILL, 1);
      sweepOnce();
      sweepOnce();
      List<CampaignId> before = List.copyOf(woken);
      feed.end(late);

      sweepOnce();

      assertThat(before).isEmpty();
      assertThat(woken).containsExactly(WELL);
    }

    @Test
    void finds_what_was_not_committed_yet_at_the_first_look() {
      long late = feed.begin(WELL, 1);
      sweepOnce();
      feed.end(late);

      sweepOnce();

      assertThat(woken).containsExactly(WELL);
    }

    @Test
    void wakes_those_who_are_still_behind_again_and_no_longer_when_they_are_not() {
      feed.commit(WELL, 3);
      sweepOnce();
      calculator.move(WELL, 2);
      sweepOnce();
      calculator.move(WELL, 3);

      sweepOnce();
      sweepOnce();

      assertThat(woken).containsExactly(WELL, WELL);
      assertThat(calculator.isIdle()).isTrue();
    }
  }

  @Nested
  final class Campaigns_that_are_behind {

    private final List<CampaignId> many =
        IntStream.range(0, 2 * BehindCampaigns.MAX)
            .mapToObj(index -> CampaignId.of("behind-%04d".formatted(index)))
            .toList();

    @Test
    void are_woken_a_bounded_number_at_a_time_and_none_is_forgotten() {
      many.forEach(campaign -> feed.commit(campaign, 1));
      sweepOnce();
      List<CampaignId> first = List.copyOf(woken);
      first.forEach(campaign -> calculator.move(campaign, 1));

      sweepOnce();

      assertThat(first).hasSize(BehindCampaigns.MAX);
      assertThat(woken).containsExactlyInAnyOrderElementsOf(many);
    }

    @Test
    void are_all_that_is_asked_about_while_there_is_no_room_for_more() {
      many.forEach(campaign -> feed.commit(campaign, 1));
      sweepOnce();
      int pages = feed.pages();

      sweepOnce();

      assertThat(feed.pages()).isEqualTo(pages);
    }
  }

  @Nested
  final class Campaigns_that_do_not_move {

    private final List<CampaignId> stuck =
        IntStream.range(0, BehindCampaigns.MAX)
            .mapToObj(index -> CampaignId.of("stuck-%04d".formatted(index)))
            .toList();

    @Test
    void are_let_go_after_so_many_sweeps_and_others_are_found() {
      stuck.forEach(campaign -> feed.commit(campaign, 1));
      feed.commit(WELL, 1);
      sweepOnce();
      sweep(BehindCampaigns.STILL_MAX - 1);
      List<CampaignId> before = List.copyOf(woken);

      sweepOnce();

      assertThat(before).containsAll(stuck).doesNotContain(WELL);
      assertThat(woken).hasSize(before.size() + 1).endsWith(WELL);
    }

    @Test
    void are_found_again_when_all_are_gone_through_again() {
      feed.commit(WELL, 1);
      sweep(1 + BehindCampaigns.STILL_MAX);
      woken.clear();
      sweepOnce();
      List<CampaignId> before = List.copyOf(woken);

      sweep((int) AGAIN.dividedBy(INTERVAL));

      assertThat(before).isEmpty();
      assertThat(woken).hasSizeBetween(1, BehindCampaigns.STILL_MAX).containsOnly(WELL);
    }

    @Test
    void are_kept_as_long_as_they_move_however_slowly() {
      int often = 2 * BehindCampaigns.STILL_MAX;
      feed.commit(WELL, 1_000);
      sweep(BehindCampaigns.STILL_MAX);
      calculator.move(WELL, 1);
      sweep(BehindCampaigns.STILL_MAX);

      assertThat(woken).hasSize(often).containsOnly(WELL);
    }

    @Test
    void are_not_let_go_while_the_calculator_does_not_answer() {
      feed.commit(WELL, 1);
      sweepOnce();
      time.pass(INTERVAL.multipliedBy(2L * BehindCampaigns.STILL_MAX));
      calculator.allReceived();
      woken.clear();

      sweepOnce();

      assertThat(woken).containsExactly(WELL);
    }

    @Test
    void count_once_a_sweep_however_many_pages_they_are_on() {
      sweepOnce();
      IntStream.rangeClosed(1, 3 * BehindCampaigns.MAX)
          .forEach(sequence -> feed.commit(WELL, sequence));
      sweep(BehindCampaigns.STILL_MAX - 1);
      woken.clear();
      sweepOnce();
      List<CampaignId> before = List.copyOf(woken);

      sweepOnce();

      assertThat(before).containsExactly(WELL);
      assertThat(woken).isEqualTo(before);
    }
  }

  @Nested
  final class A_sweep {

    @Test
    void that_the_calculator_does_not_answer_begins_anew_where_it_was() {
      feed.commit(WELL, 1);
      time.pass(INTERVAL);
      calculator.allReceived();
      time.pass(ANSWER_MAX);
      List<CampaignId> before = List.copyOf(woken);

      time.pass(INTERVAL.minus(ANSWER_MAX));
      answerAll();

      assertThat(before).isEmpty();
      assertThat(woken).containsExactly(WELL);
    }

    @Test
    void that_cannot_read_begins_anew_where_it_was() {
      feed.failing(true);
      sweepOnce();
      feed.commit(WELL, 1);
      feed.failing(false);

      sweepOnce();

      assertThat(woken).containsExactly(WELL);
    }

    @Test
    void is_not_begun_twice() {
      feed.commit(WELL, 1);
      time.pass(INTERVAL);
      int asked = calculator.allReceived().size();

      sweep.tell(new SweepMessage.Due());

      assertThat(asked).isPositive();
      assertThat(calculator.isIdle()).isTrue();
    }
  }

  /** Time for one sweep, in which the calculator answers. */
  private void sweepOnce() {
    time.pass(INTERVAL);
    answerAll();
  }

  private void sweep(int often) {
    IntStream.range(0, often).forEach(sweep -> sweepOnce());
  }

  private void answerAll() {
    while (!calculator.isIdle()) {
      calculator.allReceived().forEach(calculator::answer);
    }
  }

  @Test
  void a_sweep_that_is_told_to_leave_ends_at_once() {
    feed.commit(WELL, 1);
    TestProbe<SweepMessage> watch = ACTORS.kit().createTestProbe();

    sweep.tell(new SweepMessage.Leave());

    watch.expectTerminated(sweep);
  }
}
