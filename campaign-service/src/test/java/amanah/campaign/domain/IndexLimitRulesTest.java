package amanah.campaign.domain;

import static amanah.campaign.domain.Donations.donation;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A campaign that remembers as many donations, or refunds, as it may, refuses more by name. */
final class IndexLimitRulesTest {

  // spotless:off
  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      the last that has room        | 3 | a b   | c     | done
      one too many                  | 2 | a b   | c     | LIMIT_REACHED
      none may be                   | 0 |       | a     | LIMIT_REACHED
      a repeat of a full campaign   | 2 | a b   | b     | replayed
      two of a batch, room for one  | 3 | a b   | c d   | done LIMIT_REACHED
      a repeat after one too many   | 3 | a b   | c d c | done LIMIT_REACHED replayed
      """)
  // spotless:on
  void donations_are_taken_up_to_the_bound(
      String name, int max, String before, String batch, String expected) {
    Story story = Story.limited(new IndexLimits(max, 0), Terms.softGoal(1_000_000));
    names(before).forEach(id -> story.gives(id, 100));
    Money raised = story.summary().raised();

    List<DonationOutcome> outcomes =
        story.donates(names(batch).map(id -> donation(id, 100)).toArray(Donation[]::new));

    assertThat(outcomes.stream().map(Story::word))
        .containsExactlyElementsOf(List.of(expected.split(" ")));
    long taken = outcomes.stream().filter(outcome -> Story.word(outcome).equals("done")).count();
    assertThat(story.summary().raised().minor()).isEqualTo(raised.minor() + 100 * taken);
  }

  // spotless:off
  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      the last that has room        | 2 | r     | s | done
      one too many                  | 1 | r     | s | LIMIT_REACHED
      none may be                   | 0 |       | r | LIMIT_REACHED
      a repeat of a full campaign   | 1 | r     | r | replayed
      """)
  // spotless:on
  void refunds_are_taken_up_to_the_bound(
      String name, int max, String before, String next, String expected) {
    Story story = Story.limited(new IndexLimits(9, max), Terms.softGoal(1_000_000));
    story.gives("a", 1_000);
    Money part = Money.of(10, Donations.USD);
    names(before).forEach(id -> story.refunds(id, "a", part));

    assertThat(Story.word(story.refunds(next, "a", part))).isEqualTo(expected);
  }

  @Test
  void the_refusal_names_the_bound() {
    Story story = Story.limited(new IndexLimits(1, 0), Terms.softGoal(100));
    story.gives("a", 1);

    assertThat(story.gives("b", 1).toString())
        .contains("the campaign has 1 donations, expected fewer than 1");
    assertThat(story.refunds("r", "a", null).toString())
        .contains("the campaign has 0 refunds, expected fewer than 0");
  }

  @Test
  void what_the_journal_has_beyond_the_bound_is_remembered() {
    Story story = Story.limited(new IndexLimits(1, 0), Terms.softGoal(100));
    story.gives("a", 1);
    Campaign beyond =
        story
            .campaign()
            .evolve(new CampaignEvent.DonationsRecorded(List.of(donation("b", 1)), Story.START));

    assertThat(beyond.donations()).isEqualTo(2);
  }

  private static Stream<String> names(String list) {
    return list == null ? Stream.of() : Stream.of(list.split(" "));
  }
}
