package amanah.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JournalClockTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private long nanos = 77;
  private final JournalClock clock = new JournalClock(NOON, () -> nanos);

  private void pass(Duration duration) {
    nanos += duration.toNanos();
  }

  @Test
  void between_two_readings_it_goes_on_by_itself() {
    pass(Duration.ofSeconds(3));

    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3));
  }

  @Test
  void a_reading_sets_it_to_the_middle_of_its_round_trip() {
    long asked = nanos;
    pass(Duration.ofMillis(100));

    clock.heard(NOON.plusSeconds(60), asked);

    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(60).plusMillis(50));
  }

  @Test
  void a_reading_that_took_long_is_not_believed() {
    long asked = nanos;
    pass(Duration.ofMillis(501));

    clock.heard(NOON.plusSeconds(60), asked);

    assertThat(clock.instant()).isEqualTo(NOON.plusMillis(501));
  }
}
