package amanah.campaign.stream;

import static amanah.campaign.stream.HandJournal.WELL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TailTest {

  private static final StreamLimits LIMITS = StreamLimit.small();

  private final HandJournal journal = new HandJournal(LIMITS.page());
  private final WindowBudget budget = new WindowBudget(LIMITS.windowsBytesMax());
  private final HandSurroundings surroundings = new HandSurroundings();
  private long nowNanos;
  private int left;

  /** Notes what the tail wants done, until the test does it. */
  private static final class HandSurroundings implements Tail.Surroundings {

    private final Deque<Long> reads = new ArrayDeque<>();
    private final Deque<Tail.Pace> paces = new ArrayDeque<>();
    private final Deque<Seat> readsFor = new ArrayDeque<>();
    private final Deque<Long> follows = new ArrayDeque<>();

    @Override
    public void read(long after, Tail.Pace pace) {
      reads.add(after);
      paces.add(pace);
    }

    @Override
    public void readFor(Seat seat) {
      readsFor.add(seat);
    }

    @Override
    public void follow(long after) {
      follows.add(after);
    }
  }

  private Tail tail(long begin) {
    Tail tail =
        new Tail(LIMITS, budget, surroundings, () -> nowNanos, begin, journal.committed());
    tail.start();
    return tail;
  }

  private Seat join(Tail tail, HandListener listener) {
    Seat seat = new Seat(listener, listener.position(), () -> left++, nowNanos);
    tail.join(seat);
    tail.more(seat);
    return seat;
  }

  private void readAll(Tail tail) {
    while (!surroundings.reads.isEmpty()) {
      tail.read(journal.page(WELL, surroundings.reads.remove()));
    }
  }

  private void commit(Tail tail, int events) {
    journal.commit(events);
    tail.stirred(journal.committed());
    readAll(tail);
  }

  @Nested
  class At_the_seam {

    @Test
    void an_event_that_is_committed_between_the_last_page_and_the_window_is_told_once() {
      journal.commit(20);
      Tail tail = tail(18);
      HandListener listener = new HandListener(14);
      Seat seat = join(tail, listener);

      commit(tail, 1);
      tail.readFor(seat, journal.page(WELL, 14));
      tail.more(seat);
      tail.readFor(seat, journal.page(WELL, 17));
      tail.more(seat);

      assertThat(listener.position()).isEqualTo(21);
      assertThat(listener.pages()).containsExactly(3, 3, 1);
    }

    @Test
    void a_listener_that_knows_the_present_waits_for_what_comes() {
      journal.commit(4);
      Tail tail = tail(4);
      HandListener listener = new HandListener(4);
      join(tail, listener);

      commit(tail, 2);

      assertThat(listener.position()).isEqualTo(6);
      assertThat(surroundings.readsFor).isEmpty();
    }

    @Test
    void a_listener_beyond_the_present_waits_until_it_has_come_there() {
      journal.commit(4);
      Tail tail = tail(4);
      HandListener listener = new HandListener(6);
      join(tail, listener);

      commit(tail, 2);
      assertThat(listener.pages()).isEmpty();
      commit(tail, 1);

      assertThat(listener.position()).isEqualTo(7);
    }
  }

  @Nested
  class What_cannot_be_seen_yet {

    @Test
    void is_waited_for_and_what_comes_after_it_too() {
      journal.commit(4);
      Tail tail = tail(4);
      HandListener listener = new HandListener(4);
      join(tail, listener);
      journal.commit(3);
      journal.hide(5);

      tail.stirred(7);
      tail.read(journal.page(WELL, surroundings.reads.remove()));
      assertThat(listener.pages()).isEmpty();
      journal.reveal();
      tail.read(journal.page(WELL, surroundings.reads.remove()));

      assertThat(listener.position()).isEqualTo(7);
    }

    @Test
    void is_waited_for_by_who_catches_up() {
      journal.commit(20);
      journal.hide(3);
      Tail tail = tail(18);
      HandListener listener = new HandListener(0);
      Seat seat = join(tail, listener);

      tail.readFor(seat, journal.page(WELL, 0));
      tail.more(seat);
      tail.readFor(seat, journal.page(WELL, 2));
      assertThat(listener.position()).isEqualTo(2);
      journal.reveal();
      tail.tick();
      tail.readFor(seat, journal.page(WELL, 2));

      assertThat(listener.position()).isEqualTo(5);
    }

    @Test
    void is_asked_for_again_after_the_campaigns_next_word() {
      journal.commit(4);
      Tail tail = tail(4);
      tail.stirred(5);
      tail.read(List.of());

      assertThat(surroundings.follows).containsExactly(4L, 4L);
      tail.stirred(5);
      assertThat(surroundings.paces).containsExactly(Tail.Pace.GATHERED, Tail.Pace.GATHERED);
    }
  }

  @Nested
  class Reading {

    @Test
    void one_page_is_read_at_a_time_and_a_full_one_is_followed_at_once() {
      journal.commit(4);
      Tail tail = tail(4);
      journal.commit(4);

      tail.stirred(5);
      tail.stirred(8);
      assertThat(surroundings.reads).hasSize(1);
      readAll(tail);

      assertThat(surroundings.paces).containsExactly(Tail.Pace.GATHERED, Tail.Pace.NOW);
      assertThat(surroundings.follows).containsExactly(4L, 8L);
    }

    @Test
    void a_read_that_failed_is_tried_with_the_next_word() {
      journal.commit(4);
      Tail tail = tail(4);
      journal.commit(1);
      tail.stirred(5);
      surroundings.reads.clear();

      tail.notRead();
      assertThat(surroundings.reads).isEmpty();
      tail.stirred(5);

      assertThat(surroundings.reads).containsExactly(4L);
    }

    @Test
    void an_event_is_read_once_for_all_who_listen_and_written_once() {
      journal.commit(1);
      Tail tail = tail(1);
      List<HandListener> listeners = List.of(new HandListener(1), new HandListener(1));
      listeners.forEach(listener -> join(tail, listener));

      commit(tail, 1);

      assertThat(listeners).allSatisfy(each -> assertThat(each.position()).isEqualTo(2));
      assertThat(surroundings.readsFor).isEmpty();
      StreamedEvent event = journal.page(WELL, 1).getFirst();
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

  @Nested
  class Who_does_not_take {

    @Test
    void is_cut_off_with_one_event_more_than_it_may_leave() {
      journal.commit(1);
      Tail tail = tail(1);
      HandListener slow = new HandListener(1);
      join(tail, slow);
      commit(tail, 1);

      commit(tail, 10);
      assertThat(slow.end()).isNull();
      commit(tail, 1);

      assertThat(slow.end()).isEqualTo(StreamEnd.LAGGED);
      assertThat(slow.position()).isEqualTo(2);
      assertThat(left).isOne();
      assertThat(tail.isEmpty()).isTrue();
    }

    @Test
    void is_cut_off_with_more_bytes_than_it_may_leave() {
      journal.commit(1);
      Tail tail = tail(1);
      HandListener slow = new HandListener(1);
      join(tail, slow);
      commit(tail, 1);
      journal.commit(WELL, LIMITS.lagBytesMax());
      commit(tail, 0);
      assertThat(slow.end()).isNull();

      journal.commit(WELL, 1);
      commit(tail, 0);

      assertThat(slow.end()).isEqualTo(StreamEnd.LAGGED);
    }

    @Test
    void takes_no_memory_of_its_own_and_no_more_than_a_window_for_all() {
      journal.commit(1);
      Tail tail = tail(1);
      for (int index = 0; index < 40; index++) {
        join(tail, new HandListener(1));
      }
      commit(tail, 1);

      for (int round = 0; round < 1_000; round++) {
        commit(tail, 3);
        assertThat(budget.bytes()).isLessThanOrEqualTo(LIMITS.lagEventsMax() * 10L);
      }

      assertThat(left).isEqualTo(40);
    }

    @Test
    void holds_up_nobody_else() {
      journal.commit(1);
      Tail tail = tail(1);
      HandListener slow = new HandListener(1);
      HandListener quick = new HandListener(1);
      join(tail, slow);
      Seat seat = join(tail, quick);

      for (int round = 0; round < 20; round++) {
        commit(tail, 1);
        tail.more(seat);
      }

      assertThat(slow.end()).isEqualTo(StreamEnd.LAGGED);
      assertThat(quick.end()).isNull();
      assertThat(quick.position()).isEqualTo(21);
    }

    @Test
    void is_cut_off_after_a_time_also_when_little_happens() {
      journal.commit(20);
      Tail tail = tail(18);
      HandListener catchingUp = new HandListener(0);
      Seat seat = join(tail, catchingUp);
      tail.readFor(seat, journal.page(WELL, 0));

      nowNanos += LIMITS.stallMax().minusNanos(1).toNanos();
      tail.tick();
      assertThat(catchingUp.end()).isNull();
      nowNanos++;
      tail.tick();

      assertThat(catchingUp.end()).isEqualTo(StreamEnd.STALLED);
    }

    @Test
    void reads_the_journal_itself_when_the_window_was_cut_for_other_reasons() {
      WindowBudget others = budget;
      journal.commit(1);
      Tail tail = tail(1);
      HandListener listener = new HandListener(1);
      Seat seat = join(tail, listener);
      commit(tail, 1);
      others.take(LIMITS.windowsBytesMax());
      commit(tail, 5);
      assertThat(listener.end()).isNull();

      tail.more(seat);
      assertThat(surroundings.readsFor).containsExactly(seat);
      tail.readFor(seat, journal.page(WELL, 2));

      assertThat(listener.position()).isEqualTo(5);
    }
  }

  @Nested
  class A_quiet_campaign {

    @Test
    void lets_its_listeners_hear_a_heartbeat() {
      journal.commit(1);
      Tail tail = tail(1);
      HandListener listener = new HandListener(1);
      Seat seat = join(tail, listener);

      nowNanos += Duration.ofSeconds(15).toNanos();
      tail.tick();
      tail.tick();
      assertThat(listener.quiets()).isOne();
      tail.more(seat);
      commit(tail, 1);

      assertThat(listener.position()).isEqualTo(2);
    }

    @Test
    void lets_them_hear_it_while_the_journal_is_away_too() {
      journal.commit(20);
      Tail tail = tail(18);
      HandListener listener = new HandListener(0);
      Seat seat = join(tail, listener);

      for (int second = 0; second <= 15; second++) {
        tail.notReadFor(seat);
        nowNanos += Duration.ofSeconds(1).toNanos();
        tail.tick();
      }

      assertThat(listener.quiets()).isOne();
      assertThat(listener.end()).isNull();
    }
  }

  @Nested
  class The_end {

    @Test
    void is_told_to_everybody_and_gives_the_memory_back() {
      journal.commit(20);
      Tail tail = tail(18);
      readAll(tail);
      List<HandListener> listeners =
          List.of(new HandListener(0), new HandListener(19), new HandListener(20));
      listeners.forEach(listener -> join(tail, listener));

      tail.end(StreamEnd.STOPPING);

      assertThat(listeners)
          .allSatisfy(each -> assertThat(each.end()).isEqualTo(StreamEnd.STOPPING));
      assertThat(left).isEqualTo(3);
      assertThat(budget.bytes()).isZero();
    }

    @Test
    void is_not_told_to_who_has_left() {
      journal.commit(1);
      Tail tail = tail(1);
      HandListener listener = new HandListener(1);
      Seat seat = join(tail, listener);

      tail.leave(seat);
      tail.leave(seat);
      tail.more(seat);
      tail.readFor(seat, journal.page(WELL, 0));
      tail.end(StreamEnd.STOPPING);

      assertThat(listener.end()).isNull();
      assertThat(left).isOne();
    }
  }
}
