package amanah.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  private static final Backoff PLAIN =
      Backoff.of(Duration.ofMillis(100), Duration.ofSeconds(2), 0)
          .resetAfter(Duration.ofSeconds(30));
  private static final Duration NOON = Duration.ofHours(12);

  @ParameterizedTest
  @CsvSource({"1, 100", "2, 200", "3, 400", "4, 800", "5, 1600", "6, 2000", "2147483647, 2000"})
  void the_delay_doubles_from_failure_to_failure_up_to_its_maximum(int failures, long delayMillis) {
    assertThat(PLAIN.delay(failures, new SplittableRandom(1))).hasMillis(delayMillis);
  }

  @Test
  void jitter_shortens_within_its_share_and_follows_the_seed() {
    Backoff jittered = Backoff.of(Duration.ofMillis(100), Duration.ofSeconds(2), 0.2);
    SplittableRandom random = new SplittableRandom(7);
    SplittableRandom same = new SplittableRandom(7);

    for (int round = 0; round < 1_000; round++) {
      Duration delay = jittered.delay(9, random);
      assertThat(delay).isBetween(Duration.ofMillis(1600), Duration.ofSeconds(2));
      assertThat(delay).isEqualTo(jittered.delay(9, same));
    }
  }

  @Test
  void a_delay_is_never_zero() {
    Backoff tiny = Backoff.of(Duration.ofNanos(1), Duration.ofNanos(1), 0.9);

    assertThat(tiny.delay(1, new SplittableRandom(1))).isEqualTo(Duration.ofNanos(1));
  }

  @ParameterizedTest
  @CsvSource({"0, 100, 0", "200, 100, 0", "100, 200, 1", "100, 200, -0.1", "100, 200, NaN"})
  void settings_out_of_bounds_are_refused(long minMillis, long maxMillis, double jitter) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Backoff.of(Duration.ofMillis(minMillis), Duration.ofMillis(maxMillis), jitter));
  }

  @ParameterizedTest
  @CsvSource({"29999, 3", "30000, 1"})
  void a_streak_ends_when_the_child_ran_long_enough(long ranMillis, int failures) {
    FailureStreak two =
        FailureStreak.NONE
            .running(NOON)
            .failed(NOON, PLAIN.resetAfter())
            .failed(NOON, PLAIN.resetAfter());

    FailureStreak next = two.running(NOON).failed(NOON.plusMillis(ranMillis), PLAIN.resetAfter());

    assertThat(next.failures()).isEqualTo(failures);
  }
}
