package amanah.journal;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.time.Moment;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JournalClockTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final ClockLimits LIMITS =
      new ClockLimits(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMinutes(5));

  private long nanos = 77;
  private Instant machine = NOON;
  private final JournalClock clock = new JournalClock(NOON, LIMITS, () -> machine, () -> nanos);

  private void pass(Duration duration) {
    nanos += duration.toNanos();
    machine = machine.plus(duration);
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

  @Test
  void a_jump_is_told_to_those_who_wait_and_not_to_those_who_decide() {
    pass(Duration.ofSeconds(2));
    clock.heard(NOON.plus(Duration.ofHours(1)), nanos);

    assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(1)));
    assertThat(clock.timekeeper().now()).isEqualTo(Moment.doubtful(NOON.plusSeconds(2)));
  }

  @Test
  void a_machine_whose_clock_is_set_makes_the_time_doubtful_at_once() {
    machine = NOON.plusSeconds(3);

    assertThat(clock.timekeeper().now()).isEqualTo(Moment.doubtful(NOON));
  }
}
