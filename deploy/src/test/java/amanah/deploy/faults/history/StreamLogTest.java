package amanah.deploy.faults.history;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.GoalPolicy;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A listener to a campaign of four events. */
class StreamLogTest {

  private final StreamLog log = new StreamLog();
  private final CampaignStates states = new CampaignStates("model", new NumberedNames());
  private List<CampaignEvent> events = List.of();

  @BeforeEach
  void a_campaign() {
    ModelCampaign campaign = new ModelCampaign(GoalPolicy.SOFT);
    campaign.answer(new ModelCampaign.Wish(HistoryCall.DONATE, 0, 0, 100, ""));
    campaign.answer(new ModelCampaign.Wish(HistoryCall.CHANGE_STATUS, 1, 0, 0, "PAUSED"));
    campaign.answer(new ModelCampaign.Wish(HistoryCall.REFUND, 0, 0, 40, ""));
    events = campaign.events();
    events.forEach(states::add);
  }

  @Test
  void all_events_in_order_are_right() {
    for (int sequence = 1; sequence <= 4; sequence++) {
      assertThat(log.received(sequence, digest(sequence))).isEmpty();
    }

    assertThat(log.difference(states)).isEmpty();
    assertThat(log.last()).isEqualTo(4);
  }

  @Test
  void a_listener_who_has_not_come_to_the_end_is_right() {
    log.received(1, digest(1));

    assertThat(log.difference(states)).isEmpty();
  }

  @Test
  void an_event_that_is_left_out_is_a_gap() {
    log.received(1, digest(1));

    assertThat(log.received(3, digest(3))).hasValueSatisfying(wrong -> contains(wrong, "3", "1"));
  }

  @Test
  void an_event_that_comes_again_is_a_repeat() {
    log.received(1, digest(1));
    log.received(2, digest(2));

    assertThat(log.received(2, digest(2))).hasValueSatisfying(wrong -> contains(wrong, "2"));
  }

  @Test
  void another_event_than_the_journals_is_found() {
    log.received(1, digest(1));
    log.received(2, digest(3));

    assertThat(log.difference(states)).hasValueSatisfying(wrong -> contains(wrong, "event 2"));
  }

  @Test
  void an_event_behind_the_end_of_the_journal_is_found() {
    for (int sequence = 1; sequence <= 5; sequence++) {
      log.received(sequence, digest(Math.min(sequence, 4)));
    }

    assertThat(log.difference(states)).hasValueSatisfying(wrong -> contains(wrong, "ends at 4"));
  }

  private static void contains(String wrong, String... words) {
    assertThat(wrong).contains(words);
  }

  private long digest(int sequence) {
    return EventDigest.of(events.get(sequence - 1));
  }
}
