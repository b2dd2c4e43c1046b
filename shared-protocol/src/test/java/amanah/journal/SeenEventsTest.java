package amanah.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeenEventsTest {

  private final SeenEvents seen = new SeenEvents();

  private static SeenEvents.Seen event(long sequence) {
    return new SeenEvents.Seen("tried", "entity|1", sequence, "writer");
  }

  @Test
  void what_is_proven_is_forgotten_and_what_came_meanwhile_is_not() {
    seen.note(event(1));
    seen.note(event(2));
    SeenEvents.Snapshot proven = seen.all();
    seen.note(event(3));

    seen.forget(proven);

    assertThat(proven.events()).containsExactly(event(1), event(2));
    assertThat(seen.all().events()).containsExactly(event(3));
  }

  @Test
  void of_more_than_are_kept_the_oldest_go_first() {
    LongStream.rangeClosed(1, SeenEvents.KEPT_MAX + 1).forEach(n -> seen.note(event(n)));

    assertThat(seen.all().events()).hasSize(SeenEvents.KEPT_MAX).startsWith(event(2));
  }
}
