package amanah.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LifecycleRulesTest {

  @Nested
  final class A_change_of_status {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        useHeadersInDisplayName = true,
        textBlock =
            """
            from      | to        | outcome
            DRAFT     | DRAFT     | replayed
            DRAFT     | ACTIVE    | done
            DRAFT     | PAUSED    | ILLEGAL_TRANSITION
            DRAFT     | COMPLETED | ILLEGAL_TRANSITION
            DRAFT     | CANCELLED | done
            ACTIVE    | DRAFT     | ILLEGAL_TRANSITION
            ACTIVE    | ACTIVE    | replayed
            ACTIVE    | PAUSED    | done
            ACTIVE    | COMPLETED | done
            ACTIVE    | CANCELLED | done
            PAUSED    | DRAFT     | ILLEGAL_TRANSITION
            PAUSED    | ACTIVE    | done
            PAUSED    | PAUSED    | replayed
            PAUSED    | COMPLETED | done
            PAUSED    | CANCELLED | done
            COMPLETED | DRAFT     | ILLEGAL_TRANSITION
            COMPLETED | ACTIVE    | ILLEGAL_TRANSITION
            COMPLETED | PAUSED    | ILLEGAL_TRANSITION
            COMPLETED | COMPLETED | replayed
            COMPLETED | CANCELLED | ILLEGAL_TRANSITION
            CANCELLED | DRAFT     | ILLEGAL_TRANSITION
            CANCELLED | ACTIVE    | ILLEGAL_TRANSITION
            CANCELLED | PAUSED    | ILLEGAL_TRANSITION
            CANCELLED | COMPLETED | ILLEGAL_TRANSITION
            CANCELLED | CANCELLED | replayed
            """)
    void follows_the_lifecycle(CampaignStatus from, CampaignStatus to, String expected) {
      Story story = Story.in(from, Terms.softGoal(1_000));

      Answer answer = story.becomes(to);

      assertThat(Story.word(answer)).isEqualTo(expected);
      assertThat(story.summary().status()).isEqualTo(expected.equals("done") ? to : from);
      assertThat(story.latest()).hasSize(expected.equals("done") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        useHeadersInDisplayName = true,
        textBlock =
            """
            from   | to        | outcome
            DRAFT  | ACTIVE    | ILLEGAL_TRANSITION
            PAUSED | ACTIVE    | ILLEGAL_TRANSITION
            ACTIVE | PAUSED    | done
            ACTIVE | COMPLETED | done
            PAUSED | COMPLETED | done
            DRAFT  | CANCELLED | done
            """)
    void after_the_end_no_longer_leads_to_active(
        CampaignStatus from, CampaignStatus to, String expected) {
      Story story = Story.in(from, Terms.ending(Story.END, Terms.softGoal(1_000)));
      story.clockIs(Story.END);

      Answer answer = story.becomes(to);

      assertThat(Story.word(answer)).isEqualTo(expected);
    }

    @Test
    void is_journaled_with_where_it_came_from_and_why() {
      Story story = Story.active(Terms.softGoal(1_000));

      story.does(new CampaignCommand.ChangeStatus(CampaignStatus.PAUSED, "audit"));

      assertThat(story.latest())
          .containsExactly(
              new CampaignEvent.StatusChanged(
                  CampaignStatus.ACTIVE, CampaignStatus.PAUSED, "audit", Story.START));
    }
  }

  @Nested
  final class The_end {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        useHeadersInDisplayName = true,
        textBlock =
            """
            status    | end    | outcome  | becomes
            ACTIVE    | none   | replayed | ACTIVE
            ACTIVE    | future | replayed | ACTIVE
            ACTIVE    | now    | done     | COMPLETED
            ACTIVE    | past   | done     | COMPLETED
            PAUSED    | future | replayed | PAUSED
            PAUSED    | now    | done     | COMPLETED
            DRAFT     | now    | replayed | DRAFT
            COMPLETED | now    | replayed | COMPLETED
            CANCELLED | now    | replayed | CANCELLED
            """)
    void completes_what_is_active_or_paused_and_never_early(
        CampaignStatus status, String end, String expected, CampaignStatus becomes) {
      Instant endsAt = end.equals("none") ? null : Story.END;
      Story story = Story.in(status, Terms.ending(endsAt, Terms.softGoal(1_000)));
      story.clockIs(
          switch (end) {
            case "now" -> Story.END;
            case "past" -> Story.END.plusSeconds(60);
            default -> Story.END.minusNanos(1);
          });

      Answer answer = story.does(new CampaignCommand.EndIfDue());

      assertThat(Story.word(answer)).isEqualTo(expected);
      assertThat(story.summary().status()).isEqualTo(becomes);
    }

    @Test
    void comes_once() {
      Story story = Story.active(Terms.ending(Story.END, Terms.softGoal(1_000)));
      story.clockIs(Story.END);
      story.does(new CampaignCommand.EndIfDue());

      Answer again = story.does(new CampaignCommand.EndIfDue());

      assertThat(again).isEqualTo(new Answer.Accepted(true));
      assertThat(story.latest()).isEmpty();
    }
  }

  @Nested
  final class Views {

    @ParameterizedTest
    @CsvSource({"DRAFT", "ACTIVE", "PAUSED", "COMPLETED", "CANCELLED"})
    void are_counted_in_every_status(CampaignStatus status) {
      Story story = Story.in(status, Terms.softGoal(1_000));

      story.does(new CampaignCommand.RecordViews(3));
      story.does(new CampaignCommand.RecordViews(4));

      assertThat(story.summary().views()).isEqualTo(7);
      assertThat(story.latest()).containsExactly(new CampaignEvent.ViewsCounted(4, Story.START));
    }

    @Test
    void that_nobody_had_write_nothing() {
      Story story = Story.active(Terms.softGoal(1_000));

      Answer answer = story.does(new CampaignCommand.RecordViews(0));

      assertThat(answer).isEqualTo(new Answer.Accepted(true));
      assertThat(story.latest()).isEmpty();
    }
  }

  @Test
  void what_was_raised_survives_every_change_of_status() {
    for (CampaignStatus status :
        List.of(CampaignStatus.PAUSED, CampaignStatus.COMPLETED, CampaignStatus.CANCELLED)) {
      Story story = Story.active(Terms.softGoal(1_000));
      story.gives("d-1", 30);

      story.becomes(status);

      assertThat(story.summary().raised()).isEqualTo(Money.of(30, Donations.USD));
    }
  }
}
