package amanah.campaign.stream;

import static amanah.campaign.stream.HandJournal.WELL;
import static amanah.campaign.stream.HandSurroundings.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TailLimitsTest {

  private final HandSurroundings hands = new HandSurroundings();

  @Nested
  class Who_does_not_take {

    @Test
    void is_cut_off_with_one_event_more_than_it_may_leave() {
      hands.journal.commit(1);
      Tail tail = hands.tail(1);
      HandListener slow = new HandListener(1);
      hands.join(tail, slow);
      hands.commit(tail, 1);

      hands.commit(tail, 10);
      assertThat(slow.end()).isNull();
      hands.commit(tail, 1);

      assertThat(slow.end()).isEqualTo(StreamEnd.LAGGED);
      assertThat(slow.position()).isEqualTo(2);
      assertThat(hands.left()).isOne();
      assertThat(tail.isEmpty()).isTrue();
    }

    @Test
    void is_cut_off_with_more_bytes_than_it_may_leave() {
      hands.journal.commit(1);
      Tail tail = hands.tail(1);
      HandListener slow = new HandListener(1);
      hands.join(tail, slow);
      hands.commit(tail, 1);
      hands.journal.commit(WELL, LIMITS.lagBytesMax());
      hands.commit(tail, 0);
      assertThat(slow.end()).isNull();

      hands.journal.commit(WELL, 1);
      hands.commit(tail, 0);

      assertThat(slow.end()).isEqualTo(StreamEnd.LAGGED);
    }

    @Test
    void takes_no_memory_of_its_own_and_no_more_than_a_window_for_all() {
      hands.journal.commit(1);
      Tail tail = hands.tail(1);
      for (int index = 0; index < 40; index++) {
        hands.join(tail, new HandListener(1));
      }
      hands.commit(tail, 1);

      for (int round = 0; round < 1_000; round++) {
        hands.commit(tail, 3);
        assertThat(hands.budget.bytes()).isLessThanOrEqualTo(LIMITS.lagEventsMax() * 10L);
      }

      assertThat(hands.left()).isEqualTo(40);
    }

    @Test
    void holds_up_nobody_else() {
      hands.journal.commit(1);
      Tail tail = hands.tail(1);
      HandListener slow = new HandListener(1);
      HandListener quick = new HandListener(1);
      hands.join(tail, slow);
      Seat seat = hands.join(tail, quick);

      for (int round = 0; round < 20; round++) {
        hands.commit(tail, 1);
        tail.more(seat);
      }

      assertThat(slow.end()).isEqualTo(StreamEnd.LAGGED);
      assertThat(quick.end()).isNull();
      assertThat(quick.position()).isEqualTo(21);
    }

    @Test
    void is_cut_off_after_a_time_also_when_little_happens() {
      hands.journal.commit(20);
      Tail tail = hands.tail(18);
      HandListener catchingUp = new HandListener(0);
      Seat seat = hands.join(tail, catchingUp);
      tail.readFor(seat, hands.journal.page(WELL, 0));

      hands.pass(tail, LIMITS.stallMax().minusNanos(1));
      assertThat(catchingUp.end()).isNull();
      hands.pass(tail, Duration.ofNanos(1));

      assertThat(catchingUp.end()).isEqualTo(StreamEnd.STALLED);
    }

    @Test
    void reads_the_journal_itself_when_the_window_was_cut_for_other_reasons() {
      WindowBudget others = hands.budget;
      hands.journal.commit(1);
      Tail tail = hands.tail(1);
      HandListener listener = new HandListener(1);
      Seat seat = hands.join(tail, listener);
      hands.commit(tail, 1);
      for (int window = 0; window < LIMITS.windowsBytesMax(); window++) {
        others.opened();
      }
      others.take(LIMITS.windowsBytesMax());
      hands.commit(tail, 5);
      assertThat(listener.end()).isNull();

      tail.more(seat);
      assertThat(hands.readsFor).containsExactly(seat);
      tail.readFor(seat, hands.journal.page(WELL, 2));

      assertThat(listener.position()).isEqualTo(5);
    }
  }

  @Nested
  class A_quiet_campaign {

    @Test
    void gives_up_what_is_beyond_its_share_when_others_need_room() {
      Tail tail = hands.tail(0);
      hands.commit(tail, 5);
      long held = hands.budget.bytes();
      hands.budget.opened();
      hands.budget.take(LIMITS.windowsBytesMax());

      hands.pass(tail, Duration.ZERO);
      assertThat(hands.budget.bytes()).isEqualTo(LIMITS.windowsBytesMax() + held);
      for (int window = 0; window < LIMITS.windowsBytesMax(); window++) {
        hands.budget.opened();
      }
      hands.pass(tail, Duration.ZERO);

      assertThat(hands.budget.bytes()).isLessThan(LIMITS.windowsBytesMax() + held);
    }

    @Test
    void lets_its_listeners_hear_a_heartbeat() {
      hands.journal.commit(1);
      Tail tail = hands.tail(1);
      HandListener listener = new HandListener(1);
      Seat seat = hands.join(tail, listener);

      hands.pass(tail, LIMITS.heartbeat());
      hands.pass(tail, Duration.ZERO);
      assertThat(listener.quiets()).isOne();
      tail.more(seat);
      hands.commit(tail, 1);

      assertThat(listener.position()).isEqualTo(2);
    }

    @Test
    void lets_them_hear_it_while_the_journal_is_away_too() {
      hands.journal.commit(20);
      Tail tail = hands.tail(18);
      HandListener listener = new HandListener(0);
      Seat seat = hands.join(tail, listener);

      for (int second = 0; second <= 15; second++) {
        tail.notReadFor(seat);
        hands.pass(tail, Duration.ofSeconds(1));
      }

      assertThat(listener.quiets()).isOne();
      assertThat(listener.end()).isNull();
    }
  }

  @Nested
  class The_end {

    @Test
    void is_told_to_everybody_and_gives_the_memory_back() {
      hands.journal.commit(20);
      Tail tail = hands.tail(18);
      hands.readAll(tail);
      List<HandListener> listeners =
          List.of(new HandListener(0), new HandListener(19), new HandListener(20));
      listeners.forEach(listener -> hands.join(tail, listener));

      tail.end(StreamEnd.STOPPING);

      assertThat(listeners)
          .allSatisfy(each -> assertThat(each.end()).isEqualTo(StreamEnd.STOPPING));
      assertThat(hands.left()).isEqualTo(3);
      assertThat(hands.budget.bytes()).isZero();
    }

    @Test
    void is_not_told_to_who_has_left() {
      hands.journal.commit(1);
      Tail tail = hands.tail(1);
      HandListener listener = new HandListener(1);
      Seat seat = hands.join(tail, listener);

      tail.leave(seat);
      tail.leave(seat);
      tail.more(seat);
      tail.readFor(seat, hands.journal.page(WELL, 0));
      tail.end(StreamEnd.STOPPING);

      assertThat(listener.end()).isNull();
      assertThat(hands.left()).isOne();
    }
  }
}
