package amanah.deploy.faults.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

final class TailGrowthTest {

  private static Seen seen(long calmMillis, long othersMillis) {
    return new Seen(
        0,
        Duration.ZERO,
        false,
        0,
        0,
        0,
        0,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO,
        true,
        Optional.empty(),
        new Waits(tenOf(calmMillis)),
        new Waits(tenOf(othersMillis)));
  }

  private static Histogram tenOf(long millis) {
    Histogram histogram = new Histogram(3);
    histogram.recordValueWithCount(Duration.ofMillis(millis).toNanos() / 1000, 10);
    return histogram;
  }

  @Test
  void the_faults_of_a_kind_are_judged_together() {
    TailGrowth growth = TailGrowth.of(List.of(seen(100, 90), seen(40, 120)));

    assertThat(growth.calmMillis()).isBetween(99.0, 101.0);
    assertThat(growth.othersMillis()).isBetween(119.0, 121.0);
    assertThat(growth.beyond(1.5)).isEmpty();
  }

  @Test
  void a_longer_tail_than_allowed_is_told_with_both_figures() {
    TailGrowth growth = TailGrowth.of(List.of(seen(40, 120)));

    assertThat(growth.beyond(1.5))
        .hasValueSatisfying(why -> assertThat(why).contains("120 ms", "40 ms", "1.5 times"));
  }

  @Test
  void where_nothing_is_asked_nothing_is_beyond_it() {
    assertThat(TailGrowth.of(List.of(seen(1, 120))).beyond(Double.POSITIVE_INFINITY)).isEmpty();
  }

  @Test
  void without_a_calm_there_is_nothing_to_compare_with() {
    assertThat(new TailGrowth(0, 120).beyond(1.5)).isEmpty();
  }

  @Test
  void no_fault_has_no_tail() {
    assertThat(TailGrowth.of(List.of()).beyond(1.5)).isEmpty();
  }
}
