package amanah.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.ReminderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each reminder is taken once under its name, comes once, and not after its campaign is over. */
final class ReminderRulesTest {

  private static final Instant SOON = Story.START.plus(Duration.ofHours(1));
  private static final Instant LATER = Story.START.plus(Duration.ofHours(2));

  private final Story story = Story.active(Terms.ending(Story.END, Terms.softGoal(1_000)));

  private String reminds(String id, Instant at, String message) {
    return Story.word(
        story.does(new CampaignCommand.ScheduleReminder(ReminderId.of(id), at, message)));
  }

  private String cancels(String id) {
    return Story.word(story.does(new CampaignCommand.CancelReminder(ReminderId.of(id))));
  }

  private List<String> stands() {
    return ((Answer.RemindersListed) story.does(new CampaignCommand.ListReminders()))
        .reminders().stream()
            .map(reminder -> reminder.reminderId() + " " + Words.of(reminder.status()))
            .toList();
  }

  private List<String> comes(Instant at) {
    story.clockIs(at);
    story.does(new CampaignCommand.DoWhatIsDue());
    return story.latest().stream()
        .map(
            event ->
                event instanceof CampaignEvent.ReminderDue due
                    ? due.reminderId().value()
                    : event.getClass().getSimpleName())
        .toList();
  }

  @Nested
  final class One_that_is_asked_for {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        useHeadersInDisplayName = true,
        textBlock =
            """
            after  | message | outcome
            PT1S   | Thank   | done
            P1D    | Thank   | done
            PT0S   | Thank   | INVALID_FIELD
            -PT1S  | Thank   | INVALID_FIELD
            P1DT1S | Thank   | INVALID_FIELD
            PT1H   | ' '     | INVALID_FIELD
            PT1H   | ''      | INVALID_FIELD
            """)
    void is_ahead_and_not_after_the_end(Duration after, String message, String outcome) {
      assertThat(reminds("a", Story.START.plus(after), message)).isEqualTo(outcome);
      assertThat(story.latest()).hasSize(outcome.equals("done") ? 1 : 0);
    }

    @Test
    void has_at_most_500_characters() {
      assertThat(reminds("a", SOON, "\uD83C\uDF19".repeat(500))).isEqualTo("done");
      assertThat(reminds("b", SOON, "x".repeat(501))).isEqualTo("INVALID_FIELD");
    }

    @Test
    void is_taken_once_under_its_name() {
      assertThat(reminds("a", SOON, "Thank")).isEqualTo("done");
      assertThat(reminds("a", SOON, "Thank")).isEqualTo("replayed");
      assertThat(reminds("a", LATER, "Thank")).isEqualTo("IDEMPOTENCY_MISMATCH");
      assertThat(reminds("a", SOON, "Other")).isEqualTo("IDEMPOTENCY_MISMATCH");
      assertThat(story.events()).hasSize(2);
    }

    @Test
    void is_known_when_it_comes_again_after_its_time() {
      assertThat(reminds("a", SOON, "Thank")).isEqualTo("done");
      assertThat(comes(SOON)).containsExactly("a");

      assertThat(reminds("a", SOON, "Thank")).isEqualTo("replayed");
      assertThat(stands()).containsExactly("a due");
    }

    @Test
    void has_a_time_that_a_doubtful_clock_does_not_refuse_for_good() {
      story.clockSays(LATER);

      assertThat(reminds("a", SOON, "Thank")).isEqualTo("UNAVAILABLE");
    }

    @ParameterizedTest
    @CsvSource({"DRAFT,done", "PAUSED,done", "CANCELLED,CAMPAIGN_NOT_ACTIVE"})
    void is_taken_while_its_campaign_is_not_over(CampaignStatus status, String outcome) {
      Story other = Story.in(status, Terms.softGoal(1_000));

      assertThat(
              Story.word(
                  other.does(
                      new CampaignCommand.ScheduleReminder(ReminderId.of("a"), SOON, "Thank"))))
          .isEqualTo(outcome);
    }

    @Test
    void is_one_of_200_in_the_life_of_a_campaign() {
      for (int count = 0; count < Reminders.MAX; count++) {
        assertThat(reminds("n-" + count, SOON, "Thank")).isEqualTo("done");
      }
      assertThat(cancels("n-0")).isEqualTo("done");

      assertThat(reminds("one-more", SOON, "Thank")).isEqualTo("LIMIT_REACHED");
      assertThat(reminds("n-0", SOON, "Thank")).isEqualTo("replayed");
    }
  }

  @Nested
  final class One_that_is_due {

    @Test
    void comes_once_and_the_earlier_first() {
      reminds("late", LATER, "Thank");
      reminds("soon", SOON, "Thank");
      assertThat(comes(SOON.minusNanos(1))).isEmpty();

      assertThat(comes(LATER)).containsExactly("soon", "late");
      assertThat(comes(LATER)).isEmpty();
      assertThat(stands()).containsExactly("late due", "soon due");
    }

    @Test
    void comes_before_the_end_that_has_come_as_well() {
      reminds("last", Story.END, "Thank");

      assertThat(comes(Story.END.plusSeconds(9))).containsExactly("last", "StatusChanged");
    }

    @Test
    void does_not_come_by_a_doubtful_clock() {
      reminds("a", SOON, "Thank");
      story.clockSays(LATER);
      story.does(new CampaignCommand.DoWhatIsDue());

      assertThat(story.latest()).isEmpty();
    }

    @Test
    void does_not_come_when_its_campaign_is_over() {
      reminds("a", LATER, "Thank");
      story.becomes(CampaignStatus.CANCELLED);

      assertThat(comes(LATER)).isEmpty();
      assertThat(stands()).containsExactly("a lapsed");
      assertThat(story.summary().due()).isEmpty();
    }

    @Test
    void does_not_come_after_an_end_that_was_moved_before_it() {
      reminds("a", LATER, "Thank");
      story.endsAt(SOON);

      assertThat(comes(LATER)).containsExactly("StatusChanged");
      assertThat(stands()).containsExactly("a lapsed");
    }

    @Test
    void comes_also_when_the_campaign_was_read_from_a_snapshot() {
      reminds("a", SOON, "Thank");
      reminds("b", LATER, "Thank");
      cancels("b");
      story.isRestored();

      assertThat(comes(LATER)).containsExactly("a");
      assertThat(stands()).containsExactly("a due", "b cancelled");
    }
  }

  @Nested
  final class One_that_is_taken_back {

    @Test
    void does_not_come() {
      reminds("a", SOON, "Thank");

      assertThat(cancels("a")).isEqualTo("done");
      assertThat(cancels("a")).isEqualTo("replayed");
      assertThat(comes(SOON)).isEmpty();
      assertThat(stands()).containsExactly("a cancelled");
    }

    @Test
    void has_to_be_there_and_still_to_come() {
      assertThat(cancels("none")).isEqualTo("REMINDER_NOT_FOUND");

      reminds("a", SOON, "Thank");
      comes(SOON);
      assertThat(cancels("a")).isEqualTo("ILLEGAL_TRANSITION");
    }
  }
}
