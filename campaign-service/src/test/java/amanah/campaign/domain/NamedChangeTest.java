package amanah.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.ChangeId;
import amanah.money.Money;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes of terms and status under names, each made once. */
final class NamedChangeTest {

  private static final CampaignTerms TERMS = Terms.softGoal(1_000);

  private final Story story = Story.active(TERMS);

  private static CampaignCommand.ChangeStatus move(String name, CampaignStatus target) {
    return new CampaignCommand.ChangeStatus(target, null, ChangeId.of(name));
  }

  private static CampaignCommand.Amend title(String name, String title) {
    return new CampaignCommand.Amend(
        Optional.of(title),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ChangeId.of(name));
  }

  private String told(CampaignCommand command) {
    return Story.word(story.does(command));
  }

  @Test
  void a_repeated_move_does_not_undo_what_came_after_it() {
    story.does(move("c-1", CampaignStatus.PAUSED));
    story.does(move("c-2", CampaignStatus.ACTIVE));

    assertThat(told(move("c-1", CampaignStatus.PAUSED))).isEqualTo("replayed");

    assertThat(story.latest()).isEmpty();
    assertThat(story.summary().status()).isEqualTo(CampaignStatus.ACTIVE);
  }

  @Test
  void a_repeated_amendment_does_not_undo_what_came_after_it() {
    story.does(title("c-1", "One well"));
    story.does(title("c-2", "Two wells"));

    assertThat(told(title("c-1", "One well"))).isEqualTo("replayed");

    assertThat(story.latest()).isEmpty();
    assertThat(story.summary().terms().title()).isEqualTo("Two wells");
  }

  @Test
  void a_move_that_found_the_campaign_there_is_made_once_as_well() {
    assertThat(told(move("c-1", CampaignStatus.ACTIVE))).isEqualTo("done");
    story.does(move("c-2", CampaignStatus.PAUSED));

    assertThat(told(move("c-1", CampaignStatus.ACTIVE))).isEqualTo("replayed");
    assertThat(story.summary().status()).isEqualTo(CampaignStatus.PAUSED);
  }

  @Test
  void an_amendment_that_found_the_terms_so_is_made_once_as_well() {
    assertThat(told(title("c-1", TERMS.title()))).isEqualTo("done");
    story.does(title("c-2", "Two wells"));

    assertThat(told(title("c-1", TERMS.title()))).isEqualTo("replayed");
    assertThat(story.summary().terms().title()).isEqualTo("Two wells");
  }

  @ParameterizedTest
  @EnumSource(
      value = CampaignStatus.class,
      names = {"COMPLETED", "CANCELLED"})
  void what_changes_nothing_may_be_asked_of_a_campaign_that_is_over(CampaignStatus over) {
    story.becomes(over);

    assertThat(told(move("c-1", over))).isEqualTo("done");
    assertThat(told(title("c-2", TERMS.title()))).isEqualTo("done");
    assertThat(told(title("c-3", "Other"))).isEqualTo("CAMPAIGN_NOT_ACTIVE");
  }

  @Test
  void another_change_of_that_name_is_refused_whatever_it_is() {
    story.does(move("c-1", CampaignStatus.PAUSED));
    story.does(title("c-2", "One well"));

    assertThat(told(move("c-1", CampaignStatus.COMPLETED))).isEqualTo("IDEMPOTENCY_MISMATCH");
    assertThat(told(title("c-1", "One well"))).isEqualTo("IDEMPOTENCY_MISMATCH");
    assertThat(told(title("c-2", "Two wells"))).isEqualTo("IDEMPOTENCY_MISMATCH");
    assertThat(told(move("c-2", CampaignStatus.ACTIVE))).isEqualTo("IDEMPOTENCY_MISMATCH");
    assertThat(
            told(
                new CampaignCommand.ChangeStatus(
                    CampaignStatus.PAUSED, "rain", ChangeId.of("c-1"))))
        .isEqualTo("IDEMPOTENCY_MISMATCH");
  }

  @Test
  void a_change_is_made_only_where_its_caller_expects_the_campaign() {
    long here = story.summary().sequence();

    assertThat(told(moveFrom("c-1", here + 1))).isEqualTo("PRECONDITION_FAILED");
    assertThat(told(moveFrom("c-1", here))).isEqualTo("done");
    assertThat(told(moveFrom("c-1", here))).as("its repeat").isEqualTo("replayed");
    assertThat(told(moveFrom("c-2", here))).isEqualTo("PRECONDITION_FAILED");
  }

  private static CampaignCommand.ChangeStatus moveFrom(String name, long sequence) {
    return new CampaignCommand.ChangeStatus(
        CampaignStatus.PAUSED, null, ChangeId.of(name), sequence);
  }

  @Test
  void a_change_that_was_refused_leaves_its_name_free() {
    assertThat(told(move("c-1", CampaignStatus.DRAFT))).isEqualTo("ILLEGAL_TRANSITION");

    assertThat(told(move("c-1", CampaignStatus.PAUSED))).isEqualTo("done");
  }

  @Test
  void names_outlive_a_snapshot() {
    story.does(move("c-1", CampaignStatus.PAUSED));
    story.does(title("c-2", "One well"));
    story.isRestored();

    assertThat(told(move("c-1", CampaignStatus.PAUSED))).isEqualTo("replayed");
    assertThat(told(title("c-2", "One well"))).isEqualTo("replayed");
    assertThat(told(title("c-2", "Two wells"))).isEqualTo("IDEMPOTENCY_MISMATCH");
  }

  @Test
  void of_more_than_a_thousand_names_the_oldest_is_forgotten() {
    for (int change = 0; change <= ChangeLog.NAMES_MAX; change++) {
      story.does(title("c-" + change, "Well " + change));
    }
    story.isRestored();

    assertThat(told(title("c-1", "Well 1"))).isEqualTo("replayed");
    assertThat(told(title("c-0", "Well 0"))).isEqualTo("done");
    assertThat(story.campaign().snapshot().changes()).hasSize(ChangeLog.NAMES_MAX);
  }

  @Test
  void without_a_name_a_change_is_made_each_time() {
    story.becomes(CampaignStatus.PAUSED);
    story.becomes(CampaignStatus.ACTIVE);

    assertThat(Story.word(story.becomes(CampaignStatus.PAUSED))).isEqualTo("done");
  }

  @Test
  void one_that_reopened_a_campaign_is_made_once_as_well() {
    story.endsAt(Story.END);
    story.clockIs(Story.END);
    story.does(new CampaignCommand.DoWhatIsDue());
    story.endsAt(Story.END.plusSeconds(9));
    CampaignCommand reopening =
        new CampaignCommand.ChangeStatus(
            CampaignStatus.ACTIVE, "the clock was wrong", ChangeId.of("c-1"));

    assertThat(told(reopening)).isEqualTo("done");
    story.clockIs(Story.END.plusSeconds(9));
    story.does(new CampaignCommand.DoWhatIsDue());

    assertThat(told(reopening)).isEqualTo("replayed");
    assertThat(story.summary().status()).isEqualTo(CampaignStatus.COMPLETED);
  }

  @Test
  void one_that_was_not_decided_for_its_time_was_doubtful_leaves_its_name_free() {
    story.endsAt(Story.END);
    story.becomes(CampaignStatus.PAUSED);
    story.clockSays(Story.END);
    assertThat(told(move("c-1", CampaignStatus.ACTIVE))).isEqualTo("UNAVAILABLE");

    story.clockIs(Story.START);

    assertThat(told(move("c-1", CampaignStatus.ACTIVE))).isEqualTo("done");
  }

  @Test
  void one_that_found_a_campaign_completed_by_hand_does_not_make_it_one_that_time_has_ended() {
    story.endsAt(Story.END);
    story.becomes(CampaignStatus.COMPLETED);
    story.clockIs(Story.END);
    story.does(move("c-1", CampaignStatus.COMPLETED));
    story.isRestored();
    story.clockIs(Story.START);

    assertThat(told(new CampaignCommand.ChangeStatus(CampaignStatus.ACTIVE, "why not")))
        .isEqualTo("ILLEGAL_TRANSITION");
  }

  @Test
  void one_that_found_a_campaign_that_time_has_ended_completed_leaves_it_to_be_opened_again() {
    story.endsAt(Story.END);
    story.clockIs(Story.END);
    story.does(new CampaignCommand.DoWhatIsDue());
    story.clockIs(Story.START);
    assertThat(told(move("c-1", CampaignStatus.COMPLETED))).isEqualTo("done");
    assertThat(told(title("c-2", TERMS.title()))).isEqualTo("done");

    assertThat(told(new CampaignCommand.ChangeStatus(CampaignStatus.ACTIVE, "the clock was wrong")))
        .isEqualTo("done");
  }

  @Test
  void removing_the_end_is_another_change_than_leaving_it() {
    CampaignCommand.Amend removes =
        new CampaignCommand.Amend(
            Optional.of("Deep"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ChangeId.of("c-1"),
            null,
            true);
    story.does(title("c-1", "Deep"));

    assertThat(told(removes)).isEqualTo("IDEMPOTENCY_MISMATCH");
  }

  /** They are in journals: if this fails, the code is wrong. */
  @Test
  void the_golden_values_of_contents_never_change() {
    CampaignCommand.Amend all =
        new CampaignCommand.Amend(
            Optional.of("A well \uD83C\uDF19"),
            Optional.of(Money.of(1_000, Donations.EUR)),
            Optional.of(Instant.parse("2026-03-01T10:15:30.123456789Z")),
            Optional.of(Milestones.QUARTERS));

    assertThat(golden(Fingerprint.of(all))).isEqualTo("a99b9b6f7ee5f291");
    assertThat(golden(Fingerprint.of(title("c", "A well")))).isEqualTo("143ed52d79f94bb3");
    assertThat(golden(Fingerprint.of(move("c", CampaignStatus.PAUSED))))
        .isEqualTo("50e51c649d26d9d7");
    assertThat(
            golden(Fingerprint.of(new CampaignCommand.ChangeStatus(CampaignStatus.ACTIVE, "paid"))))
        .isEqualTo("d078fe2e45544aa");
  }

  private static String golden(long content) {
    return Long.toHexString(content);
  }
}
