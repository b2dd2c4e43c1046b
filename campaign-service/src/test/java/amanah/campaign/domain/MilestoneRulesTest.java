package amanah.campaign.domain;

import static amanah.campaign.domain.Donations.donation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MilestoneRulesTest {

  private final Story story = Story.active(Terms.softGoal(1_000));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          before | gives | announced
          0      | 249   | ''
          0      | 250   | 25
          249    | 1     | 25
          250    | 1     | ''
          250    | 250   | 50
          0      | 500   | 25 50
          0      | 1000  | 25 50 75 100
          0      | 5000  | 25 50 75 100
          999    | 1     | 100
          1000   | 1000  | ''
          """)
  void a_donation_announces_each_milestone_that_it_reaches(
      long before, long gives, String expected) {
    if (before > 0) {
      story.gives("before", before);
    }

    story.gives("d-1", gives);

    assertThat(words(story.announced())).isEqualTo(expected);
  }

  @Test
  void a_batch_announces_after_its_event_with_what_was_raised_by_all_of_it() {
    story.donates(donation("a", 250), donation("b", 200), donation("c", 50));

    Money raised = Money.of(500, Donations.USD);
    assertThat(story.latest()).element(0).isInstanceOf(CampaignEvent.DonationsRecorded.class);
    assertThat(story.latest().subList(1, 3))
        .containsExactly(
            new CampaignEvent.MilestoneReached(25, raised, Story.START),
            new CampaignEvent.MilestoneReached(50, raised, Story.START));
    assertThat(story.summary().milestonesReached()).containsExactly(25, 50);
    assertThat(story.summary().sequence()).isEqualTo(4);
  }

  @Test
  void each_is_announced_exactly_once_on_the_way_to_the_goal() {
    List<Integer> announced =
        IntStream.range(0, 100)
            .boxed()
            .flatMap(
                each -> {
                  story.gives("d-" + each, 13);
                  return story.announced().stream();
                })
            .toList();

    assertThat(announced).containsExactly(25, 50, 75, 100);
  }

  @Test
  void a_refund_undoes_none_and_none_is_announced_again() {
    story.gives("d-1", 600);

    story.refunds("r-1", "d-1", null);
    story.gives("d-2", 600);

    assertThat(story.announced()).isEmpty();
    assertThat(story.summary().milestonesReached()).containsExactly(25, 50);
  }

  @Test
  void a_lower_goal_announces_what_holds_now() {
    story.gives("d-1", 300);

    story.amends(Optional.empty(), Optional.of(Money.of(400, Donations.USD)));

    assertThat(story.announced()).containsExactly(50, 75);
    assertThat(story.summary().milestonesReached()).containsExactly(25, 50, 75);
  }

  @Test
  void a_higher_goal_undoes_none_and_delays_the_others() {
    story.gives("d-1", 500);

    story.amends(Optional.empty(), Optional.of(Money.of(2_000, Donations.USD)));
    List<Integer> byAmendment = story.announced();
    story.gives("d-2", 999);
    List<Integer> below = story.announced();
    story.gives("d-3", 1);

    assertThat(byAmendment).isEmpty();
    assertThat(below).isEmpty();
    assertThat(story.announced()).containsExactly(75);
  }

  @Test
  void new_milestones_announce_what_holds_now() {
    story.gives("d-1", 300);

    story.does(
        new CampaignCommand.Amend(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Milestones(List.of(10, 25, 30, 31)))));

    assertThat(story.announced()).containsExactly(10, 30);
    assertThat(story.summary().milestonesReached()).containsExactly(10, 25, 30);
  }

  @Test
  void milestones_of_ones_own_may_lie_beyond_the_goal_or_be_none() {
    Story ambitious = Story.active(Terms.announcing(List.of(1, 150, 1_000), Terms.softGoal(10)));
    Story silent = Story.active(Terms.announcing(List.of(), Terms.softGoal(10)));

    ambitious.gives("d-1", 15);
    silent.gives("d-1", 15);

    assertThat(ambitious.announced()).containsExactly(1, 150);
    assertThat(silent.announced()).isEmpty();
  }

  @Test
  void the_largest_amounts_are_compared_exactly() {
    Story rich = Story.active(Terms.softGoal(Long.MAX_VALUE));
    rich.hasFormer(Donations.donation("d-0", Long.MAX_VALUE - 2));

    rich.gives("d-1", 1);
    List<Integer> almost = rich.announced();
    rich.gives("d-2", 1);

    assertThat(almost).containsExactly(25, 50, 75);
    assertThat(rich.announced()).containsExactly(100);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.00", "1, 0.10", "333, 33.30", "999, 99.90", "1000, 100.00", "2345, 234.50"})
  void percent_funded_has_two_decimals(long raised, BigDecimal expected) {
    if (raised > 0) {
      story.gives("d-1", raised);
    }

    assertThat(story.summary().percentFunded()).isEqualTo(expected);
  }

  @Test
  void percent_funded_is_cut_and_never_rounded_up_to_the_goal() {
    Story thirds = Story.active(Terms.softGoal(30_000));
    thirds.gives("d-1", 29_999);

    assertThat(thirds.summary().percentFunded()).isEqualTo(new BigDecimal("99.99"));
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "1001", "50 50", "50 25", "25 50 50 75"})
  void a_list_that_does_not_ascend_from_1_to_1000_is_none(String percents) {
    List<Integer> list = List.of(percents.split(" ")).stream().map(Integer::valueOf).toList();

    assertThatThrownBy(() -> new Milestones(list)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void there_are_at_most_20() {
    List<Integer> most = IntStream.rangeClosed(1, 20).boxed().toList();
    List<Integer> more = IntStream.rangeClosed(1, 21).boxed().toList();

    assertThat(new Milestones(most).percents()).hasSize(20);
    assertThatThrownBy(() -> new Milestones(more))
        .hasMessage("milestones has 21 entries, expected at most 20");
  }

  private static String words(List<Integer> percents) {
    return String.join(" ", percents.stream().map(String::valueOf).toList());
  }
}
