package amanah.deploy.faults.history;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.CampaignEvent;
import amanah.deploy.faults.history.Violation.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was written was written once, when it was asked for. */
class HistoryWritesTest extends HandmadeHistory {

  @Test
  void writes_one_after_the_other_are_right() {
    assertThat(violations()).isEmpty();
  }

  @Test
  void that_are_told_as_replays_may_have_been_done_by_an_earlier_try() {
    operations.removeIf(operation -> operation.asked().name() == 1);
    add(HistoryCall.DONATE, 1, 1, 140, 25, 27, unknown());
    add(HistoryCall.DONATE, 1, 1, 140, 90, 91, donated(Told.REPLAYED, 3, 140, 200, 2));

    assertThat(violations()).isEmpty();
  }

  @Test
  void that_are_told_as_new_were_done_when_they_were_asked_for() {
    operations.removeIf(operation -> operation.asked().name() == 1);
    add(HistoryCall.DONATE, 1, 1, 140, 25, 27, unknown());
    add(HistoryCall.DONATE, 1, 1, 140, 90, 91, donated(Told.YES, 3, 140, 200, 2));

    assertThat(violations()).containsExactly(Kind.OUT_OF_ORDER);
  }

  @Test
  void that_are_replayed_show_the_present() {
    add(HistoryCall.DONATE, 1, 1, 140, 90, 91, donated(Told.REPLAYED, 3, 140, 240, 2));

    assertThat(violations()).containsExactly(Kind.STALE_READ);
  }

  @Test
  void are_told_as_new_once() {
    add(HistoryCall.DONATE, 1, 1, 140, 26, 34, donated(Told.YES, 3, 140, 240, 2));

    assertThat(violations()).containsExactly(Kind.WRONG_READ);
  }

  @Test
  void that_were_acknowledged_are_in_the_journal() {
    add(HistoryCall.REFUND, Names.refund("r9"), 1, 10, 70, 71, donated(Told.YES, 7, 10, 190, 2));

    assertThat(violations()).containsExactly(Kind.LOST);
  }

  @Test
  void that_nobody_answered_may_be_done_whenever() {
    operations.removeIf(operation -> operation.call() == HistoryCall.REFUND);
    add(HistoryCall.REFUND, Names.refund("r0"), 0, 40, 12, NEVER, unknown());
    read(70, 71, 5);
    read(72, 73, 6);

    assertThat(violations()).isEmpty();
  }

  @Test
  void that_nobody_asked_for_a_second_time_are_not_done_twice() {
    List<CampaignEvent> events = new ArrayList<>(campaign.events());
    events.add(events.get(3));
    CampaignStates states = new CampaignStates("model", new NumberedNames());
    events.forEach(states::add);

    assertThat(HistoryCheck.of(states, operations, 0))
        .extracting(Violation::kind)
        .containsExactly(Kind.CHANGED_TWICE);
  }
}
