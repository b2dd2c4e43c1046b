package amanah.deploy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.verify.JournaledEvent.Scheduled;
import amanah.deploy.verify.JournaledEvent.Settled;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReminderBookTest {

  private static final Instant DUE = Instant.parse("2026-03-28T09:00:00Z");
  private static final boolean WHOLE = true;

  private final ReminderBook book = new ReminderBook();

  @Test
  void what_was_asked_for_comes_or_is_taken_back() {
    assertThat(book.scheduled(new Scheduled("a", DUE))).isEmpty();
    assertThat(book.scheduled(new Scheduled("b", DUE))).isEmpty();

    assertThat(book.settled(new Settled("a", DUE), WHOLE)).isEmpty();
    assertThat(book.settled(new Settled("b", null), WHOLE)).isEmpty();
  }

  @Test
  void what_is_asked_for_again_is_found_also_when_it_has_come() {
    assertThat(book.scheduled(new Scheduled("a", DUE))).isEmpty();
    assertThat(book.scheduled(new Scheduled("a", DUE)))
        .contains("found reminder a asked for again, expected it once");
    assertThat(book.settled(new Settled("a", DUE), WHOLE)).isEmpty();
    assertThat(book.scheduled(new Scheduled("a", DUE))).isPresent();
  }

  @Test
  void what_comes_twice_is_found_and_what_nobody_asked_for() {
    assertThat(book.scheduled(new Scheduled("a", DUE))).isEmpty();
    assertThat(book.settled(new Settled("a", DUE), WHOLE)).isEmpty();

    assertThat(book.settled(new Settled("a", DUE), WHOLE))
        .contains("found reminder a settled again, expected one that is to come");
    assertThat(book.settled(new Settled("none", null), WHOLE))
        .contains("found reminder none settled, expected one that is to come");
  }

  @Test
  void where_an_event_is_missing_nobody_is_blamed_for_it() {
    assertThat(book.settled(new Settled("a", DUE), !WHOLE)).isEmpty();
  }

  @Test
  void what_comes_at_another_time_is_found() {
    assertThat(book.scheduled(new Scheduled("a", DUE))).isEmpty();

    assertThat(book.settled(new Settled("a", DUE.plusSeconds(1)), WHOLE))
        .contains("found reminder a due at 2026-03-28T09:00:01Z, expected 2026-03-28T09:00:00Z");
  }
}
