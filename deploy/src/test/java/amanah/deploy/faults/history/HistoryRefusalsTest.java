package amanah.deploy.faults.history;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.CampaignStatus;
import amanah.deploy.faults.history.Violation.Kind;
import org.junit.jupiter.api.Test;

/** A definite no must be right at one moment between the call and the answer. */
@SuppressWarnings("EnumOrdinal") // numbers as the tool itself has them
class HistoryRefusalsTest extends HandmadeHistory {

  @Test
  void of_a_campaign_that_is_paused_are_right() {
    donate(9, 42, 44, Told.NOT_ACTIVE);

    assertThat(violations()).isEmpty();
  }

  @Test
  void of_a_campaign_that_may_be_paused_by_then_are_right() {
    donate(9, 30, 37, Told.NOT_ACTIVE);

    assertThat(violations()).isEmpty();
  }

  @Test
  void of_a_campaign_that_was_resumed_before_are_wrong() {
    donate(9, 53, 54, Told.NOT_ACTIVE);

    assertThat(violations()).containsExactly(Kind.WRONG_NO);
  }

  @Test
  void as_not_active_of_a_donation_that_is_there_are_wrong() {
    donate(1, 42, 44, Told.NOT_ACTIVE);

    assertThat(violations()).containsExactly(Kind.WRONG_NO);
  }

  @Test
  void as_unknown_of_a_donation_that_nobody_gave_are_right() {
    refund(8, "none", 70, 71, Told.DONATION_NOT_FOUND);

    assertThat(violations()).isEmpty();
  }

  @Test
  void as_unknown_of_a_donation_that_is_being_given_are_right() {
    refund(1, "none", 22, 35, Told.DONATION_NOT_FOUND);

    assertThat(violations()).isEmpty();
  }

  @Test
  void as_unknown_of_a_donation_that_was_acknowledged_are_wrong() {
    refund(1, "none", 32, 35, Told.DONATION_NOT_FOUND);

    assertThat(violations()).containsExactly(Kind.WRONG_NO);
  }

  @Test
  void as_unknown_of_a_donation_that_another_one_has_read_are_wrong() {
    operations.removeIf(operation -> operation.asked().name() == 1);
    add(HistoryCall.DONATE, 1, 1, 140, 25, NEVER, unknown());
    read(27, 28, 3);
    refund(1, "none", 29, 30, Told.DONATION_NOT_FOUND);

    assertThat(violations()).containsExactly(Kind.WRONG_NO);
  }

  @Test
  void follow_the_refusals_that_were_told_before() {
    operations.removeIf(operation -> operation.call() == HistoryCall.CHANGE_STATUS);
    add(HistoryCall.CHANGE_STATUS, Names.change("c1"), State.UNSEEN, PAUSED, 33, NEVER, unknown());
    donate(9, 34, 35, Told.NOT_ACTIVE);
    refund(8, "none", 36, 37, Told.DONATION_NOT_FOUND);
    read(38, 39, 3);

    assertThat(violations()).containsExactly(Kind.STALE_READ);
  }

  @Test
  void as_more_than_is_left_are_right_when_it_is() {
    refund(0, "much", 62, 63, Told.EXCEEDS_CAPTURED);

    assertThat(violations()).isEmpty();
  }

  @Test
  void as_more_than_is_left_are_wrong_before_that() {
    refund(0, "much", 42, 43, Told.EXCEEDS_CAPTURED);

    assertThat(violations()).containsExactly(Kind.WRONG_NO);
  }

  @Test
  void as_other_content_are_right_only_with_other_content() {
    add(HistoryCall.DONATE, 0, 0, 101, 42, 43, Answered.only(Told.MISMATCH));
    assertThat(violations()).isEmpty();
    add(HistoryCall.DONATE, 0, 0, 100, 42, 43, Answered.only(Told.MISMATCH));

    assertThat(violations()).containsExactly(Kind.WRONG_NO);
  }

  @Test
  void as_over_a_goal_that_is_soft_are_wrong() {
    donate(9, 42, 43, Told.GOAL_EXCEEDED);

    assertThat(violations()).containsExactly(Kind.WRONG_NO);
  }

  @Test
  void of_a_status_are_right_where_there_is_no_way_to_it() {
    int draft = CampaignStatus.DRAFT.ordinal();
    Answered no = Answered.only(Told.ILLEGAL_TRANSITION);
    add(HistoryCall.CHANGE_STATUS, Names.change("x"), State.UNSEEN, draft, 42, 43, no);
    assertThat(violations()).isEmpty();
    add(HistoryCall.CHANGE_STATUS, Names.change("y"), State.UNSEEN, PAUSED, 52, 53, no);

    assertThat(violations()).containsExactly(Kind.WRONG_NO);
  }

  @Test
  void of_a_campaign_that_was_opened_as_unknown_are_wrong() {
    add(HistoryCall.READ, State.UNSEEN, State.UNSEEN, State.UNSEEN, 42, 43, readings.getFirst());

    assertThat(violations()).containsExactly(Kind.WRONG_NO);
  }

  @Test
  void for_good_of_what_was_done_are_wrong() {
    add(HistoryCall.REFUND, Names.refund("r0"), 0, 40, 42, 70, Answered.only(Told.REFUSED));

    assertThat(violations()).containsExactly(Kind.REFUSED_BUT_RECORDED);
  }
}
