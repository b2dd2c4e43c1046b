package amanah.deploy.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.faults.kind.Waits;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class FaultTimeTest {

  private static final int STRUCK = 0;
  private static final int OTHER = 1;
  private static final long WARM_NANOS = TimeUnit.SECONDS.toNanos(15);

  private final AtomicLong nanos = new AtomicLong();
  private final Meter meter = new Meter(2, nanos::get);

  private void settled(int campaign, long millis) {
    meter.settled(campaign, took(millis), null);
  }

  private static Settled took(long millis) {
    return took(millis, WARM_NANOS);
  }

  private static Settled took(long millis, long beganNanos) {
    return new Settled(
        new Answer.Yes(201, MissingNode.getInstance(), false),
        0,
        1,
        0,
        beganNanos,
        beganNanos + TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private static long longestMillis(Waits waits) {
    return TimeUnit.MICROSECONDS.toMillis(waits.micros().getMaxValue());
  }

  @Test
  void the_calm_before_and_the_campaigns_that_were_not_struck_are_told_apart() {
    settled(STRUCK, 10);
    settled(OTHER, 20);

    FaultTime time = meter.struck(campaign -> campaign == STRUCK);
    settled(STRUCK, 9_000);
    settled(OTHER, 30);

    assertThat(longestMillis(time.calm())).isBetween(19L, 21L);
    assertThat(longestMillis(time.others())).isBetween(29L, 31L);
  }

  @Test
  void each_calm_is_one_of_its_own() {
    settled(OTHER, 500);
    FaultTime first = meter.struck(campaign -> false);
    meter.healed();
    settled(OTHER, 20);

    FaultTime second = meter.struck(campaign -> false);

    assertThat(longestMillis(first.calm())).isGreaterThan(490);
    assertThat(longestMillis(second.calm())).isBetween(19L, 21L);
  }

  @Test
  void nodes_that_have_only_just_started_are_no_measure_of_a_calm() {
    meter.settled(OTHER, took(900, 0), null);
    settled(OTHER, 20);

    FaultTime time = meter.struck(campaign -> false);

    assertThat(longestMillis(time.calm())).isBetween(19L, 21L);
  }

  @Test
  void the_longest_time_without_a_calculation_is_kept() {
    FaultTime time = meter.struck(campaign -> false);
    boolean before = time.longestCalculation().isPresent();

    meter.calculated(took(5));
    meter.calculated(took(70));
    meter.calculated(took(6));

    assertThat(before).isFalse();
    assertThat(time.longestCalculation()).contains(Duration.ofMillis(70));
  }
}
