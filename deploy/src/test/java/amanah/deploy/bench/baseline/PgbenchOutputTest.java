package amanah.deploy.bench.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.deploy.load.loop.LoadFailure;
import amanah.deploy.load.loop.LoadFigures;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PgbenchOutputTest {

  private static final String VERSION_15 =
      """
      pgbench (15.18 (Debian 15.18-0+deb12u1), server 18.1)
      transaction type: pgbench-hot.sql
      scaling factor: 1
      query mode: simple
      number of clients: 16
      number of threads: 2
      maximum number of tries: 1
      duration: 10 s
      number of transactions actually processed: 23456
      number of failed transactions: 0 (0.000%)
      latency average = 6.821 ms
      initial connection time = 21.337 ms
      tps = 2345.678901 (without initial connection time)
      """;

  private static final String VERSION_13 =
      """
      transaction type: pgbench-hot.sql
      number of transactions actually processed: 100
      latency average = 8.000 ms
      tps = 10.100000 (including connections establishing)
      tps = 10.200000 (excluding connections establishing)
      """;

  @Test
  void the_figures_of_version_15_are_read() {
    LoadFigures figures = PgbenchOutput.parse(VERSION_15);
    assertThat(figures.operations()).isEqualTo(23_456);
    assertThat(figures.perSecond()).isEqualTo(2_345.678901);
    assertThat(figures.meanMillis()).isEqualTo(6.821);
    assertThat(figures.percentiles()).isNull();
    assertThat(figures.refused()).isEmpty();
  }

  @Test
  void of_two_rates_the_one_without_connecting_is_read() {
    assertThat(PgbenchOutput.parse(VERSION_13).perSecond()).isEqualTo(10.2);
  }

  @Test
  void failed_transactions_are_reported() {
    String failing = VERSION_15.replace("failed transactions: 0", "failed transactions: 12");
    assertThat(PgbenchOutput.parse(failing).refused()).isEqualTo(Map.of("failed", 12L));
  }

  @Test
  void output_without_a_rate_is_refused_with_what_was_printed() {
    assertThatThrownBy(() -> PgbenchOutput.parse("connection refused"))
        .isInstanceOf(LoadFailure.class)
        .hasMessageContaining("connection refused");
  }
}
