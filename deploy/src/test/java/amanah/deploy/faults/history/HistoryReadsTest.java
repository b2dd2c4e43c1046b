package amanah.deploy.faults.history;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.faults.history.Violation.Kind;
import org.junit.jupiter.api.Test;

/** What is read must be what somebody on his own would have read at one moment. */
class HistoryReadsTest extends HandmadeHistory {

  @Test
  void between_two_writes_see_the_first_of_them() {
    read(32, 38, 3);

    assertThat(violations()).isEmpty();
  }

  @Test
  void while_a_write_is_under_way_may_see_it_or_not() {
    read(38, 42, 3);
    read(38, 42, 4);

    assertThat(violations()).isEmpty();
  }

  @Test
  void see_what_was_acknowledged_before_they_began() {
    read(32, 38, 2);

    assertThat(violations()).containsExactly(Kind.STALE_READ);
  }

  @Test
  void never_go_back_behind_what_another_one_saw_of_a_write_under_way() {
    operations.removeIf(operation -> operation.call() == HistoryCall.CHANGE_STATUS);
    add(HistoryCall.CHANGE_STATUS, Names.change("c1"), State.UNSEEN, PAUSED, 36, NEVER, unknown());
    read(37, 38, 4);
    read(39, 40, 3);

    assertThat(violations()).containsExactly(Kind.STALE_READ);
  }

  @Test
  void see_nothing_that_nobody_had_asked_for() {
    read(32, 35, 4);

    assertThat(violations()).containsExactly(Kind.READ_AHEAD);
  }

  @Test
  void see_figures_of_the_journal() {
    Answered read = readings.get(3);
    State other = State.progress(read.seen().raisedMinor() + 1, 2);
    add(
        new Asked(HistoryCall.READ, State.UNSEEN, State.UNSEEN, State.UNSEEN),
        32,
        38,
        new Answered(Told.YES, 3, State.UNSEEN, State.UNSEEN, other));

    assertThat(violations()).containsExactly(Kind.WRONG_READ);
  }

  @Test
  void see_no_event_behind_the_end_of_the_journal() {
    add(
        new Asked(HistoryCall.READ, State.UNSEEN, State.UNSEEN, State.UNSEEN),
        80,
        81,
        new Answered(Told.YES, 7, State.UNSEEN, State.UNSEEN, State.NOTHING));

    assertThat(violations()).containsExactly(Kind.WRONG_READ);
  }

  @Test
  void of_a_donation_see_the_refunds_that_were_acknowledged() {
    add(HistoryCall.READ_DONATION, State.UNSEEN, 0, State.UNSEEN, 70, 71, gift(2, 100, 0));

    assertThat(violations()).containsExactly(Kind.STALE_READ);
  }

  @Test
  void of_a_donation_see_it_as_it_was_given() {
    add(HistoryCall.READ_DONATION, State.UNSEEN, 0, State.UNSEEN, 70, 71, gift(2, 101, 40));

    assertThat(violations()).containsExactly(Kind.WRONG_READ);
  }

  @Test
  void nobody_sees_half_of_what_was_written_at_once() {
    write(new ModelCampaign.Wish(HistoryCall.DONATE, 0, 2, 500, ""));
    assertThat(campaign.events()).hasSizeGreaterThan(7);
    add(
        new Asked(HistoryCall.READ, State.UNSEEN, State.UNSEEN, State.UNSEEN),
        68,
        75,
        new Answered(Told.YES, 7, State.UNSEEN, State.UNSEEN, State.NOTHING));

    assertThat(violations()).containsExactly(Kind.WRONG_READ);
  }

  @Test
  void a_violation_tells_of_both_operations_and_their_times() {
    read(32, 38, 2);

    assertThat(found().getFirst().sentence())
        .contains("campaign model: read, asked at 0.000 s through node 1", "event 2", "event 3");
  }

  @Test
  void of_many_violations_a_hundred_are_told_and_the_others_counted() {
    for (int more = 0; more < 130; more++) {
      read(32, 38, 2);
    }

    assertThat(found()).hasSize(101).last().asString().contains("30 more");
  }
}
