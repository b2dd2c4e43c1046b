package amanah.deploy.load.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import amanah.deploy.load.loop.LoadWindow;
import amanah.deploy.load.loop.Outcome;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class LoadMeterTest {

  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;
  private static final Offset<Double> CLOSE = within(0.5);

  /** From the first to the third second. */
  private final LoadMeter meter =
      new LoadMeter(LoadWindow.after(0, Duration.ofSeconds(1), Duration.ofSeconds(2)));

  @Test
  void what_was_due_within_the_window_counts_whenever_its_answer_comes() {
    end(SECOND / 2, SECOND / 2, Outcome.DONE);
    end(SECOND, 2 * SECOND, Outcome.DONE);
    end(2 * SECOND, 5 * SECOND, Outcome.DONE);

    LoadTotals totals = meter.totals();

    assertThat(totals.offered()).isEqualTo(2);
    assertThat(totals.acknowledged()).isEqualTo(2);
    assertThat(totals.millis(100)).isCloseTo(3_000, within(5.0));
  }

  @Test
  void the_rate_that_was_reached_is_of_answers_that_came_within_the_window() {
    end(SECOND / 2, SECOND, Outcome.DONE);
    end(SECOND, 2 * SECOND, Outcome.DONE);
    end(2 * SECOND, 5 * SECOND, Outcome.DONE);

    assertThat(meter.totals().reachedPerSecond()).isEqualTo(2 / 2.0);
    assertThat(meter.totals().offeredPerSecond()).isEqualTo(2 / 2.0);
  }

  @Test
  void each_way_to_end_is_counted_apart_and_all_of_them_were_offered() {
    end(SECOND, SECOND, Outcome.DONE);
    end(SECOND, SECOND, Outcome.REPLAYED);
    end(SECOND, SECOND, Outcome.refused("overloaded"));
    end(SECOND, SECOND, Outcome.refused("overloaded"));
    end(SECOND, SECOND, Outcome.failed("timeout"));
    meter.ended(SECOND, SECOND, Outcome.SHED);

    LoadTotals totals = meter.totals();

    assertThat(totals.offered()).isEqualTo(6);
    assertThat(totals.acknowledged()).isEqualTo(1);
    assertThat(totals.replayed()).isEqualTo(1);
    assertThat(totals.refused()).isEqualTo(Map.of("overloaded", 2L));
    assertThat(totals.failed()).isEqualTo(Map.of("timeout", 1L));
    assertThat(totals.shed()).isEqualTo(1);
  }

  @Test
  void latencies_are_of_what_was_acknowledged() {
    for (int call = 1; call <= 1_000; call++) {
      end(SECOND, SECOND + call * MILLI, Outcome.DONE);
    }
    end(SECOND, 60 * SECOND, Outcome.failed("timeout"));

    LoadTotals totals = meter.totals();

    assertThat(totals.millis(50)).isCloseTo(500, CLOSE);
    assertThat(totals.millis(90)).isCloseTo(900, CLOSE);
    assertThat(totals.millis(99)).isCloseTo(990, CLOSE);
    assertThat(totals.millis(99.9)).isCloseTo(999, CLOSE);
    assertThat(totals.millis(100)).isCloseTo(1_000, CLOSE);
  }

  @Test
  void a_second_tells_of_the_answers_that_came_in_it_warm_up_included() {
    for (int call = 0; call < 100; call++) {
      end(0, 20 * MILLI, Outcome.DONE);
    }
    meter.began();
    LoadSecond first = meter.roll(SECOND);
    LoadSecond second = meter.roll(3 * SECOND);

    assertThat(first.perSecond()).isEqualTo(100);
    assertThat(first.p50Millis()).isCloseTo(20, within(0.2));
    assertThat(first.open()).isEqualTo(1);
    assertThat(second).isEqualTo(new LoadSecond(3, 0, 0, 0, 1));
    assertThat(meter.seconds()).containsExactly(first, second);
    assertThat(meter.totals().offered()).isZero();
  }

  private void end(long dueNanos, long endedNanos, Outcome outcome) {
    meter.began();
    meter.ended(dueNanos, endedNanos, outcome);
  }
}
