package amanah.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class TermsRulesTest {

  private static final String EXISTS = "CAMPAIGN_EXISTS";
  private static final CampaignTerms TERMS = Terms.softGoal(1_000);

  @Nested
  final class Opening {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        useHeadersInDisplayName = true,
        textBlock =
            """
            title length | goal | end    | outcome
            1            | 1000 | none   | done
            200          | 1000 | future | done
            0            | 1000 | none   | INVALID_FIELD
            201          | 1000 | none   | INVALID_FIELD
            10           | 0    | none   | INVALID_AMOUNT
            10           | -1   | none   | INVALID_AMOUNT
            10           | 1    | none   | done
            10           | 1000 | now    | INVALID_FIELD
            10           | 1000 | past   | INVALID_FIELD
            """)
    void needs_a_title_a_goal_and_an_end_to_come(
        int titleLength, long goal, String end, String expected) {
      CampaignTerms terms =
          Terms.ending(end(end), Terms.titled("t".repeat(titleLength), Terms.softGoal(goal)));

      Story story = Story.unopened();
      Answer answer = story.does(new CampaignCommand.Open(terms, false));

      assertThat(Story.word(answer)).isEqualTo(expected);
      assertThat(story.campaign().summary().isPresent()).isEqualTo(expected.equals("done"));
    }

    /** As requests count them: an emoji is one, whatever a string makes of it. */
    @Test
    void counts_the_characters_of_a_title_as_people_do() {
      String longest = "\uD83D\uDCA7".repeat(200);

      Answer answer =
          Story.unopened().does(new CampaignCommand.Open(Terms.titled(longest, TERMS), false));

      assertThat(Story.word(answer)).isEqualTo("done");
    }

    @Test
    void with_a_blank_title_is_refused() {
      Story story = Story.unopened();

      Answer answer = story.does(new CampaignCommand.Open(Terms.titled("   ", TERMS), false));

      assertThat(Story.word(answer)).isEqualTo("INVALID_FIELD");
    }

    static Stream<Arguments> repeats() {
      Money dollar = Money.of(1_000, Donations.USD);
      Money euro = Money.of(1_000, Donations.EUR);
      return Stream.of(
          Arguments.of("all the same  ", TERMS, false, "replayed"),
          Arguments.of("as a draft    ", TERMS, true, EXISTS),
          Arguments.of("other title   ", Terms.titled("Wells", TERMS), false, EXISTS),
          Arguments.of("other goal    ", Terms.softGoal(1_001), false, EXISTS),
          Arguments.of("same goal     ", Terms.withGoal(dollar, TERMS), false, "replayed"),
          Arguments.of("other currency", Terms.withGoal(euro, TERMS), false, EXISTS),
          Arguments.of("other end     ", Terms.ending(Story.END, TERMS), false, EXISTS),
          Arguments.of("other policy  ", Terms.hardGoal(1_000), false, EXISTS),
          Arguments.of("zakat         ", Terms.zakatEligible(false, TERMS), false, EXISTS),
          Arguments.of("milestones    ", Terms.announcing(List.of(50), TERMS), false, EXISTS),
          Arguments.of("no title      ", Terms.titled("", TERMS), false, EXISTS));
    }

    @ParameterizedTest(name = "{0} -> {3}")
    @MethodSource("repeats")
    void again_is_a_replay_of_the_same_terms_only(
        String what, CampaignTerms terms, boolean draft, String expected) {
      Story story = Story.active(TERMS);

      Answer answer = story.does(new CampaignCommand.Open(terms, draft));

      assertThat(Story.word(answer)).as(what).isEqualTo(expected);
      assertThat(story.latest()).isEmpty();
    }

    @Test
    void again_is_compared_with_the_first_terms_after_amendments_closing_and_the_end() {
      CampaignTerms first = Terms.ending(Story.END, TERMS);
      Story story = Story.active(first);
      story.amends(Optional.of("Wells and pumps"), Optional.empty());
      story.becomes(CampaignStatus.CANCELLED);
      story.clockIs(Story.END.plusSeconds(1));

      Answer answer = story.does(new CampaignCommand.Open(first, false));

      assertThat(answer).isEqualTo(new Answer.Accepted(true));
    }
  }

  @Nested
  final class An_amendment {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        useHeadersInDisplayName = true,
        textBlock =
            """
            status    | policy | raised | title | goal | currency | end    | outcome
            ACTIVE    | SOFT   | 0      | Pumps | -    | USD      | -      | done
            DRAFT     | SOFT   | 0      | Pumps | -    | USD      | -      | done
            PAUSED    | SOFT   | 0      | Pumps | -    | USD      | -      | done
            COMPLETED | SOFT   | 0      | Pumps | -    | USD      | -      | CAMPAIGN_NOT_ACTIVE
            CANCELLED | SOFT   | 0      | Pumps | -    | USD      | -      | CAMPAIGN_NOT_ACTIVE
            ACTIVE    | SOFT   | 0      | -     | -    | USD      | -      | replayed
            ACTIVE    | SOFT   | 0      | -     | 1000 | USD      | -      | replayed
            CANCELLED | SOFT   | 0      | -     | 1000 | USD      | -      | replayed
            ACTIVE    | SOFT   | 0      | blank | -    | USD      | -      | INVALID_FIELD
            ACTIVE    | SOFT   | 0      | -     | 1000 | EUR      | -      | CURRENCY_MISMATCH
            DRAFT     | HARD   | 0      | -     | 1000 | EUR      | -      | CURRENCY_MISMATCH
            ACTIVE    | SOFT   | 0      | -     | 0    | USD      | -      | INVALID_AMOUNT
            ACTIVE    | SOFT   | 0      | -     | -1   | USD      | -      | INVALID_AMOUNT
            ACTIVE    | HARD   | 0      | -     | 0    | USD      | -      | INVALID_AMOUNT
            ACTIVE    | SOFT   | 600    | -     | 1    | USD      | -      | done
            ACTIVE    | HARD   | 600    | -     | 601  | USD      | -      | done
            ACTIVE    | HARD   | 600    | -     | 600  | USD      | -      | done
            ACTIVE    | HARD   | 600    | -     | 599  | USD      | -      | INVALID_AMOUNT
            ACTIVE    | HARD   | 600    | -     | 2000 | USD      | -      | done
            ACTIVE    | SOFT   | 0      | -     | -    | USD      | future | done
            ACTIVE    | SOFT   | 0      | -     | -    | USD      | now    | INVALID_FIELD
            ACTIVE    | SOFT   | 0      | -     | -    | USD      | past   | INVALID_FIELD
            """)
    void changes_what_the_rules_allow(ArgumentsAccessor row) {
      CampaignTerms terms = Terms.terms(row.get(1, GoalPolicy.class), 1_000);
      Story story = Story.in(row.get(0, CampaignStatus.class), terms);
      if (row.getLong(2) > 0) {
        story.gives("before", row.getLong(2));
      }
      CampaignTerms before = story.summary().terms();

      Answer answer = story.does(amendment(row));

      assertThat(Story.word(answer)).isEqualTo(row.getString(7));
      assertThat(story.latest().isEmpty()).isEqualTo(!row.getString(7).equals("done"));
      assertThat(story.summary().terms().equals(before)).isEqualTo(story.latest().isEmpty());
    }

    @Test
    void leaves_what_it_does_not_name() {
      Story story = Story.active(Terms.ending(Story.END, TERMS));

      story.amends(Optional.of("Wells and pumps"), Optional.empty());

      assertThat(story.summary().terms())
          .isEqualTo(Terms.titled("Wells and pumps", Terms.ending(Story.END, TERMS)));
    }

    @Test
    void of_the_title_is_possible_after_the_end() {
      Story story = Story.active(Terms.ending(Story.END, TERMS));
      story.clockIs(Story.END.plusSeconds(1));

      Answer answer = story.amends(Optional.of("Thank you"), Optional.empty());

      assertThat(Story.word(answer)).isEqualTo("done");
    }

    @Test
    void of_an_end_that_nobody_has_noticed_keeps_the_intake_open() {
      Story story = Story.active(Terms.ending(Story.END, TERMS));
      story.clockIs(Story.END);

      story.does(
          new CampaignCommand.Amend(
              Optional.empty(),
              Optional.empty(),
              Optional.of(Story.END.plusSeconds(1)),
              Optional.empty()));

      assertThat(Story.word(story.gives("d-1", 1))).isEqualTo("done");
    }

    @Test
    void of_the_end_can_remove_it() {
      Story story = Story.active(Terms.ending(Story.END, TERMS));

      Answer answer = story.does(withoutEnd());
      story.clockIs(Story.END.plusSeconds(1));

      assertThat(Story.word(answer)).isEqualTo("done");
      assertThat(story.summary().terms()).isEqualTo(TERMS);
      assertThat(Story.word(story.gives("d-1", 1))).isEqualTo("done");
    }

    @Test
    void that_removes_an_end_where_there_is_none_changes_nothing() {
      Story story = Story.active(TERMS);

      story.does(withoutEnd());

      assertThat(story.latest()).isEmpty();
    }

    @Test
    void cannot_name_an_end_and_remove_it() {
      assertThatThrownBy(
              () ->
                  new CampaignCommand.Amend(
                      Optional.empty(),
                      Optional.empty(),
                      Optional.of(Story.END),
                      Optional.empty(),
                      null,
                      null,
                      true))
          .hasMessageContaining("named and removed");
    }

    private static CampaignCommand.Amend withoutEnd() {
      return new CampaignCommand.Amend(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), null, null, true);
    }

    /** Else an earlier try of the same donation could still be on its way into the journal. */
    @Test
    void is_needed_once_the_end_has_refused_a_donation_for_that_is_journaled_first() {
      Story story = Story.active(Terms.ending(Story.END, TERMS));
      story.clockIs(Story.END);

      assertThat(Story.word(story.gives("d-1", 1))).isEqualTo("CAMPAIGN_NOT_ACTIVE");
      assertThat(story.campaign().summary().orElseThrow().status())
          .isEqualTo(CampaignStatus.COMPLETED);
    }

    private static CampaignCommand.Amend amendment(ArgumentsAccessor row) {
      String title = row.getString(3).equals("blank") ? " " : row.getString(3);
      Currency currency = Currency.getInstance(row.getString(5));
      return new CampaignCommand.Amend(
          title.equals("-") ? Optional.empty() : Optional.of(title),
          row.getString(4).equals("-")
              ? Optional.empty()
              : Optional.of(Money.of(row.getLong(4), currency)),
          row.getString(6).equals("-")
              ? Optional.empty()
              : Optional.ofNullable(end(row.getString(6))),
          Optional.empty());
    }
  }

  private static @Nullable Instant end(String word) {
    return switch (word) {
      case "none" -> null;
      case "past" -> Story.START.minusSeconds(1);
      case "now" -> Story.START;
      case "future" -> Story.START.plusNanos(1);
      default -> throw new IllegalArgumentException(word);
    };
  }
}
