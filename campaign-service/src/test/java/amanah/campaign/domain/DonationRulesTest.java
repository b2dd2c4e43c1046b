package amanah.campaign.domain;

import static amanah.campaign.domain.Donations.donation;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

final class DonationRulesTest {

  private static final long MAX = Long.MAX_VALUE;

  @Nested
  final class A_new_donation {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        useHeadersInDisplayName = true,
        textBlock =
            """
            status    | end    | currency | amount | outcome
            ACTIVE    | none   | USD      | 1      | done
            ACTIVE    | future | USD      | 1      | done
            ACTIVE    | now    | USD      | 1      | CAMPAIGN_NOT_ACTIVE
            ACTIVE    | past   | USD      | 1      | CAMPAIGN_NOT_ACTIVE
            DRAFT     | none   | USD      | 1      | CAMPAIGN_NOT_ACTIVE
            PAUSED    | none   | USD      | 1      | CAMPAIGN_NOT_ACTIVE
            COMPLETED | none   | USD      | 1      | CAMPAIGN_NOT_ACTIVE
            CANCELLED | none   | USD      | 1      | CAMPAIGN_NOT_ACTIVE
            DRAFT     | past   | EUR      | 0      | CAMPAIGN_NOT_ACTIVE
            PAUSED    | past   | EUR      | 0      | CAMPAIGN_NOT_ACTIVE
            ACTIVE    | past   | EUR      | 0      | CAMPAIGN_NOT_ACTIVE
            ACTIVE    | none   | EUR      | 1      | CURRENCY_MISMATCH
            ACTIVE    | none   | JPY      | 1      | CURRENCY_MISMATCH
            ACTIVE    | none   | EUR      | 0      | CURRENCY_MISMATCH
            ACTIVE    | none   | USD      | 0      | INVALID_AMOUNT
            ACTIVE    | none   | USD      | -1     | INVALID_AMOUNT
            """)
    void is_taken_while_the_campaign_is_active(ArgumentsAccessor row) {
      Story story =
          Story.in(
              row.get(0, CampaignStatus.class),
              row.getString(1).equals("none")
                  ? Terms.softGoal(1_000)
                  : Terms.ending(Story.END, Terms.softGoal(1_000)));
      Money amount = Money.of(row.getLong(3), Currency.getInstance(row.getString(2)));
      story.clockIs(
          switch (row.getString(1)) {
            case "now" -> Story.END;
            case "past" -> Story.END.plus(Duration.ofHours(1));
            default -> Story.END.minusNanos(1);
          });

      DonationOutcome outcome =
          story.donates(donation("d-1", amount, Designation.SADAQAH)).getFirst();

      assertThat(Story.word(outcome)).isEqualTo(row.getString(4));
      assertThat(story.summary().donationCount()).isEqualTo(outcome(row, 4) ? 1 : 0);
      assertThat(story.summary().raised()).isEqualTo(usd(outcome(row, 4) ? 1 : 0));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        useHeadersInDisplayName = true,
        textBlock =
            """
            policy | goal | raised | amount | outcome
            SOFT   | 100  | 0      | 100    | done
            SOFT   | 100  | 0      | 101    | done
            SOFT   | 100  | 150    | 1      | done
            HARD   | 100  | 0      | 99     | done
            HARD   | 100  | 0      | 100    | done
            HARD   | 100  | 0      | 101    | GOAL_EXCEEDED
            HARD   | 100  | 60     | 40     | done
            HARD   | 100  | 60     | 41     | GOAL_EXCEEDED
            HARD   | 100  | 100    | 1      | GOAL_EXCEEDED
            HARD   | 100  | 100    | 0      | INVALID_AMOUNT
            HARD   | 100  | 100    | MAX    | INVALID_AMOUNT
            HARD   | MAX  | 1      | MAX    | INVALID_AMOUNT
            SOFT   | 100  | 0      | MOST   | done
            SOFT   | 100  | 1      | MOST   | done
            SOFT   | 100  | 0      | MORE   | INVALID_AMOUNT
            SOFT   | 100  | 0      | MAX    | INVALID_AMOUNT
            SOFT   | 100  | ALMOST | 1      | done
            SOFT   | 100  | ALMOST | 2      | INVALID_AMOUNT
            SOFT   | 100  | ALMOST | MOST   | INVALID_AMOUNT
            SOFT   | 100  | 1      | MAX    | INVALID_AMOUNT
            SOFT   | 100  | MAX    | 1      | INVALID_AMOUNT
            SOFT   | 100  | MAX    | MIN    | INVALID_AMOUNT
            """)
    void is_taken_up_to_the_hard_goal_and_to_what_a_total_can_hold(ArgumentsAccessor row) {
      GoalPolicy policy = row.get(0, GoalPolicy.class);
      Story story = Story.active(Terms.terms(policy, number(row, 1)));
      if (number(row, 2) > 0) {
        story.hasFormer(donation("before", number(row, 2)));
      }

      DonationOutcome outcome = story.gives("d-1", number(row, 3));

      assertThat(Story.word(outcome)).isEqualTo(row.getString(4));
      assertThat(story.summary().raised())
          .isEqualTo(usd(number(row, 2) + (outcome(row, 4) ? number(row, 3) : 0)));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        useHeadersInDisplayName = true,
        textBlock =
            """
            eligible | designation | amount | outcome
            true     | SADAQAH     | 100    | done
            true     | ZAKAT       | 100    | done
            false    | SADAQAH     | 100    | done
            false    | ZAKAT       | 100    | NOT_ZAKAT_ELIGIBLE
            false    | ZAKAT       | 101    | GOAL_EXCEEDED
            false    | ZAKAT       | 0      | INVALID_AMOUNT
            """)
    void is_zakat_only_where_zakat_may_be_taken(
        boolean eligible, Designation designation, long amount, String expected) {
      Story story = Story.active(Terms.zakatEligible(eligible, Terms.hardGoal(100)));

      DonationOutcome outcome = story.donates(donation("d-1", usd(amount), designation)).getFirst();

      assertThat(Story.word(outcome)).isEqualTo(expected);
    }

    @Test
    void is_answered_with_its_amount_and_the_sequence_of_its_event() {
      Story story = Story.active(Terms.softGoal(1_000));

      DonationOutcome outcome = story.gives("d-1", 10);

      assertThat(outcome)
          .isEqualTo(
              new DonationOutcome.Recorded(
                  donation("d-1", 10).donationId(), usd(10), story.summary().sequence(), false));
      assertThat(story.latest())
          .containsExactly(
              new CampaignEvent.DonationsRecorded(List.of(donation("d-1", 10)), Story.START));
    }

    private static boolean outcome(ArgumentsAccessor row, int column) {
      return row.getString(column).equals("done");
    }

    private static long number(ArgumentsAccessor row, int column) {
      return switch (row.getString(column)) {
        case "MOST" -> AdmissionRules.AMOUNT_MINOR_MAX;
        case "MORE" -> AdmissionRules.AMOUNT_MINOR_MAX + 1;
        case "ALMOST" -> MAX - 1;
        case "MAX" -> MAX;
        case "MIN" -> Long.MIN_VALUE;
        default -> row.getLong(column);
      };
    }
  }

  @Nested
  final class A_batch {

    @Test
    void becomes_one_event_without_what_was_refused() {
      Story story = Story.active(Terms.hardGoal(100));

      List<DonationOutcome> outcomes =
          story.donates(donation("a", 60), donation("b", 50), donation("c", 40), donation("d", 1));

      assertThat(outcomes.stream().map(Story::word))
          .containsExactly("done", "GOAL_EXCEEDED", "done", "GOAL_EXCEEDED");
      assertThat(story.latest().getFirst())
          .isEqualTo(
              new CampaignEvent.DonationsRecorded(
                  List.of(donation("a", 60), donation("c", 40)), Story.START));
    }

    @Test
    void of_nothing_writes_nothing() {
      Story story = Story.active(Terms.softGoal(100));

      assertThat(story.donates()).isEmpty();

      assertThat(story.latest()).isEmpty();
    }

    @Test
    void of_refused_donations_writes_nothing() {
      Story story = Story.active(Terms.hardGoal(100));

      story.donates(donation("a", 101), donation("b", 0));

      assertThat(story.latest()).isEmpty();
      assertThat(story.summary().sequence()).isOne();
    }

    @Test
    void cannot_pass_what_a_total_can_hold_between_them() {
      Story story = Story.active(Terms.softGoal(100));

      story.hasFormer(donation("before", MAX - 5));

      List<DonationOutcome> outcomes =
          story.donates(donation("a", 4), donation("b", 2), donation("c", 1));

      assertThat(outcomes.stream().map(Story::word))
          .containsExactly("done", "INVALID_AMOUNT", "done");
      assertThat(story.summary().raised()).isEqualTo(usd(MAX));
    }
  }

  private static Money usd(long minor) {
    return Money.of(minor, Donations.USD);
  }
}
