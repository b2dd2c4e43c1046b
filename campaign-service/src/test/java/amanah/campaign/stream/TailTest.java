package amanah.campaign.stream;

import static amanah.campaign.stream.HandJournal.WELL;
import static amanah.campaign.stream.HandSurroundings.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TailTest {

  private final HandSurroundings hands = new HandSurroundings();

  @Nested
  class At_the_seam {

    @Test
    void an_event_that_is_committed_between_the_last_page_and_the_window_is_told_once() {
      hands.journal.commit(20);
      Tail tail = hands.tail(18);
      HandListener listener = new HandListener(14);
      Seat seat = hands.join(tail, listener);

      hands.commit(tail, 1);
      tail.readFor(seat, hands.journal.page(WELL, 14));
      tail.more(seat);
      tail.readFor(seat, hands.journal.page(WELL, 17));
      tail.more(seat);

      assertThat(listener.position()).isEqualTo(21);
      assertThat(listener.pages()).containsExactly(3, 3, 1);
    }

    @Test
    void a_listener_that_knows_the_present_waits_for_what_comes() {
      hands.journal.commit(4);
      Tail tail = hands.tail(4);
      HandListener listener = new HandListener(4);
      hands.join(tail, listener);

      hands.commit(tail, 2);

      assertThat(listener.position()).isEqualTo(6);
      assertThat(hands.readsFor).isEmpty();
    }

    @Test
    void a_listener_beyond_the_present_waits_until_it_has_come_there() {
      hands.journal.commit(4);
      Tail tail = hands.tail(4);
      HandListener listener = new HandListener(6);
      hands.join(tail, listener);

      hands.commit(tail, 2);
      assertThat(listener.pages()).isEmpty();
      hands.commit(tail, 1);

      assertThat(listener.position()).isEqualTo(7);
    }
  }

  @Nested
  class What_cannot_be_seen_yet {

    @Test
    void is_waited_for_and_what_comes_after_it_too() {
      hands.journal.commit(4);
      Tail tail = hands.tail(4);
      HandListener listener = new HandListener(4);
      hands.join(tail, listener);
      hands.journal.commit(3);
      hands.journal.hide(5);

      tail.stirred(7);
      tail.read(hands.journal.page(WELL, hands.reads.remove()));
      assertThat(listener.pages()).isEmpty();
      hands.journal.reveal();
      tail.read(hands.journal.page(WELL, hands.reads.remove()));

      assertThat(listener.position()).isEqualTo(7);
    }

    @Test
    void is_waited_for_by_who_catches_up() {
      hands.journal.commit(20);
      hands.journal.hide(3);
      Tail tail = hands.tail(18);
      HandListener listener = new HandListener(0);
      Seat seat = hands.join(tail, listener);

      tail.readFor(seat, hands.journal.page(WELL, 0));
      tail.more(seat);
      tail.readFor(seat, hands.journal.page(WELL, 2));
      assertThat(listener.position()).isEqualTo(2);
      hands.journal.reveal();
      tail.tick();
      tail.readFor(seat, hands.journal.page(WELL, 2));

      assertThat(listener.position()).isEqualTo(5);
    }

    @Test
    void is_asked_for_again_after_the_campaigns_next_word() {
      hands.journal.commit(4);
      Tail tail = hands.tail(4);
      tail.stirred(5);
      tail.read(List.of());

      assertThat(hands.follows).containsExactly(4L, 4L);
      tail.stirred(5);
      assertThat(hands.paces).containsExactly(Tail.Pace.GATHERED, Tail.Pace.GATHERED);
    }
  }

  @Nested
  class Reading {

    @Test
    void one_page_is_read_at_a_time_and_a_full_one_is_followed_at_once() {
      hands.journal.commit(4);
      Tail tail = hands.tail(4);
      hands.journal.commit(4);

      tail.stirred(5);
      tail.stirred(8);
      assertThat(hands.reads).hasSize(1);
      hands.readAll(tail);

      assertThat(hands.paces).containsExactly(Tail.Pace.GATHERED, Tail.Pace.NOW);
      assertThat(hands.follows).containsExactly(4L, 8L);
    }

    @Test
    void a_read_that_failed_is_tried_with_the_next_word() {
      hands.journal.commit(4);
      Tail tail = hands.tail(4);
      hands.journal.commit(1);
      tail.stirred(5);
      hands.reads.clear();

      tail.notRead();
      assertThat(hands.reads).isEmpty();
      tail.stirred(5);

      assertThat(hands.reads).containsExactly(4L);
    }

    @Test
    void an_event_is_read_once_for_all_who_listen_and_written_once() {
      hands.journal.commit(1);
      Tail tail = hands.tail(1);
      List<HandListener> listeners = List.of(new HandListener(1), new HandListener(1));
      listeners.forEach(listener -> hands.join(tail, listener));

      hands.commit(tail, 1);

      assertThat(listeners).allSatisfy(each -> assertThat(each.position()).isEqualTo(2));
      assertThat(hands.readsFor).isEmpty();
      StreamedEvent event = hands.journal.page(WELL, 1).getFirst();
      StreamedEvent.Form<Object> form = written -> new Object();
      StreamedEvent.Form<String> other = written -> "other";
      assertThat(event.as(form)).isSameAs(event.as(form));
      assertThat(event.as(other)).isEqualTo("other");
    }

    @Test
    void the_first_listener_says_how_far_back_a_window_begins() {
      assertThat(Tail.begin(0, 100, LIMITS)).isEqualTo(95);
      assertThat(Tail.begin(97, 100, LIMITS)).isEqualTo(97);
      assertThat(Tail.begin(100, 100, LIMITS)).isEqualTo(100);
      assertThat(Tail.begin(500, 100, LIMITS)).isEqualTo(100);
      assertThat(Tail.begin(0, 3, LIMITS)).isZero();
    }
  }
}
