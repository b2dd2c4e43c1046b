package amanah.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import amanah.time.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

      Answer answer = story.does(new CampaignCommand.DoWhatIsDue());

      assertThat(Story.word(answer)).isEqualTo(expected);
      assertThat(story.summary().status()).isEqualTo(becomes);
    }

    @Test
    void comes_once() {
      Story story = Story.active(Terms.ending(Story.END, Terms.softGoal(1_000)));
      story.clockIs(Story.END);
      story.does(new CampaignCommand.DoWhatIsDue());

      Answer again = story.does(new CampaignCommand.DoWhatIsDue());

      assertThat(again).isEqualTo(new Answer.Accepted(true));
      assertThat(story.latest()).isEmpty();
    }
  }

  @Nested
  final class A_clock_that_is_not_trusted {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        useHeadersInDisplayName = true,
        textBlock =
            """
            status | does      | end    | outcome             | becomes
            ACTIVE | end       | past   | replayed            | ACTIVE
            PAUSED | end       | past   | replayed            | PAUSED
            ACTIVE | donate    | past   | UNAVAILABLE         | ACTIVE
            ACTIVE | donate    | future | done                | ACTIVE
            PAUSED | donate    | past   | CAMPAIGN_NOT_ACTIVE | PAUSED
            PAUSED | activate  | past   | UNAVAILABLE         | PAUSED
            PAUSED | activate  | future | done                | ACTIVE
            DRAFT  | activate  | past   | UNAVAILABLE         | DRAFT
            ACTIVE | amend     | past   | UNAVAILABLE         | ACTIVE
            ACTIVE | amend     | future | done                | ACTIVE
            ACTIVE | complete  | past   | done                | COMPLETED
            """)
    void ends_nothing_and_gives_no_definite_no(
        CampaignStatus status, String does, String end, String expected, CampaignStatus becomes) {
      Story story = Story.in(status, Terms.ending(Story.END, Terms.softGoal(1_000)));
      story.clockSays(end.equals("past") ? Story.END.plusSeconds(9) : Story.START);

      String word = does(story, does);

      assertThat(word).isEqualTo(expected);
      assertThat(story.summary().status()).isEqualTo(becomes);
    }

    @Test
    void opens_no_campaign_whose_end_may_have_passed_and_does_not_refuse_it_for_good() {
      Story story = Story.unopened();
      story.clockSays(Story.END);
      CampaignTerms terms = Terms.ending(Story.END, Terms.softGoal(1_000));

      Answer answer = story.does(new CampaignCommand.Open(terms, false));

      assertThat(Story.word(answer)).isEqualTo("UNAVAILABLE");
    }

    private String does(Story story, String what) {
      return switch (what) {
        case "end" -> Story.word(story.does(new CampaignCommand.DoWhatIsDue()));
        case "donate" -> Story.word(story.gives("d-1", 1));
        case "activate" -> Story.word(story.becomes(CampaignStatus.ACTIVE));
        case "complete" -> Story.word(story.becomes(CampaignStatus.COMPLETED));
        case "amend" -> Story.word(story.endsAt(Story.END.plusSeconds(5)));
        default -> throw new IllegalArgumentException(what);
      };
    }
  }

  @Nested
  final class A_completed_campaign {

    private static final Instant LATER = Story.END.plusSeconds(1_000);

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        useHeadersInDisplayName = true,
        textBlock =
            """
            completed         | new end | target    | reason | outcome
            by time           | later   | ACTIVE    | clock  | done
            by time           | none    | ACTIVE    | clock  | ILLEGAL_TRANSITION
            by time           | later   | ACTIVE    | -      | INVALID_FIELD
            by time           | later   | ACTIVE    | blank  | INVALID_FIELD
            by time           | later   | PAUSED    | clock  | ILLEGAL_TRANSITION
            by time           | later   | CANCELLED | clock  | ILLEGAL_TRANSITION
            by time           | later   | DRAFT     | clock  | ILLEGAL_TRANSITION
            by hand, late     | later   | ACTIVE    | clock  | done
            by hand, early    | refused | ACTIVE    | clock  | ILLEGAL_TRANSITION
            by a wrong clock  | none    | ACTIVE    | clock  | done
            """)
    void is_opened_again_only_when_time_has_ended_it_and_with_a_reason(
        String completed, String newEnd, CampaignStatus target, String reason, String expected) {
      Story story = completed(completed);
      if (!newEnd.equals("none")) {
        assertThat(Story.word(story.endsAt(LATER)))
            .isEqualTo(newEnd.equals("later") ? "done" : "CAMPAIGN_NOT_ACTIVE");
      }

      Answer answer =
          story.does(
              new CampaignCommand.ChangeStatus(
                  target,
                  switch (reason) {
                    case "-" -> null;
                    case "blank" -> " ";
                    default -> reason;
                  }));

      assertThat(Story.word(answer)).isEqualTo(expected);
      assertThat(story.summary().status())
          .isEqualTo(expected.equals("done") ? target : CampaignStatus.COMPLETED);
    }

    @Test
    void that_is_opened_again_takes_donations_until_its_new_end_and_is_completed_once_more() {
      Story story = completed("by time");
      story.endsAt(LATER);
      story.does(new CampaignCommand.ChangeStatus(CampaignStatus.ACTIVE, "the clock was wrong"));
      String before = Story.word(story.gives("d-1", 1));
      story.clockIs(LATER);

      String after = Story.word(story.gives("d-2", 1));
      story.does(new CampaignCommand.DoWhatIsDue());

      assertThat(before).isEqualTo("done");
      assertThat(after).isEqualTo("CAMPAIGN_NOT_ACTIVE");
      assertThat(story.summary().status()).isEqualTo(CampaignStatus.COMPLETED);
    }

    @Test
    void can_be_opened_again_also_after_it_was_restored() {
      Campaign restored = Campaign.restore(completed("by a wrong clock").campaign().snapshot());

      Decision decision =
          restored.decide(
              new CampaignCommand.ChangeStatus(CampaignStatus.ACTIVE, "the clock was wrong"),
              Moment.trusted(Story.START));

      assertThat(Story.word(decision.answer())).isEqualTo("done");
    }

    @Test
    void keeps_all_terms_but_its_end() {
      Story story = completed("by time");

      Answer answer = story.amends(Optional.of("Pumps"), Optional.empty());

      assertThat(Story.word(answer)).isEqualTo("CAMPAIGN_NOT_ACTIVE");
    }

    private static Story completed(String how) {
      Story story = Story.active(Terms.ending(Story.END, Terms.softGoal(1_000)));
      story.clockIs(how.equals("by hand, early") ? Story.START : Story.END);
      if (how.startsWith("by hand")) {
        story.becomes(CampaignStatus.COMPLETED);
      } else {
        story.does(new CampaignCommand.DoWhatIsDue());
      }
      if (how.equals("by a wrong clock")) {
        story.clockIs(Story.START);
      }
      return story;
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
