package amanah.deploy.census;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.faults.cluster.ProcessReading;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CensusReportTest {

  private static final CensusSettings SETTINGS =
      new CensusSettings(
          7, 1000, 1, 300, Duration.ofSeconds(20), 50_000, 64, 100, 50, Path.of("report"));
  private static final Count ALL = new Count(1000, 0, 0, 200, 0, List.of());
  private static final WakingTimes SOON = new WakingTimes(100, 0, 5, 49.9, 120);
  private static final WakingTimes LATE = new WakingTimes(100, 3, 5, 50, 120);

  @Test
  void all_there_and_woken_in_time_is_a_pass() {
    CensusReport report = report(SOON, SOON, 0, 0, ALL);

    assertThat(report.holds()).isTrue();
    assertThat(CensusText.lines(report).getLast())
        .isEqualTo(
            "result=pass seed=7 campaigns=1000 missing=0 strange=0 wrong=0 failed=0"
                + " opened_per_second=500 read_p99_ms=49.9 donation_p99_ms=49.9");
  }

  @Test
  void a_read_that_wakes_too_late_fails() {
    assertThat(report(LATE, SOON, 0, 0, ALL).broken())
        .containsExactly(
            "a read of a sleeping campaign took 50 ms at p99, less than 50 ms are asked for");
  }

  @Test
  void a_donation_that_wakes_too_late_fails() {
    assertThat(report(SOON, LATE, 0, 0, ALL).broken())
        .containsExactly(
            "a donation to a sleeping campaign took 50 ms at p99, less than 50 ms are asked for");
  }

  @Test
  void campaigns_that_are_missing_strange_wrong_restless_or_silent_fail() {
    Count some = new Count(997, 3, 2, 200, 1, List.of("counted-7-4 is not in the journal"));
    CensusReport report = report(SOON, SOON, 5, 4, some);

    assertThat(report.broken())
        .containsExactly(
            "4 sleeping campaigns were not answered as they should",
            "5 campaigns did not go to sleep",
            "3 campaigns are not in the journal as they were recorded",
            "2 campaigns are in the journal that nobody opened",
            "1 answers about single campaigns were wrong");
    assertThat(CensusText.lines(report)).contains("counted-7-4 is not in the journal");
  }

  @Test
  void what_one_awake_campaign_takes_is_the_heap_that_came_with_all_of_them() {
    assertThat(report(SOON, SOON, 0, 0, ALL).heapBytesOfOneAwake()).isEqualTo(20_000);
  }

  @Test
  void programs_read_the_same() throws IOException {
    JsonNode json = new ObjectMapper().readTree(CensusJson.text(report(SOON, LATE, 0, 0, ALL)));

    assertThat(json.path("holds").asBoolean()).isFalse();
    assertThat(json.path("openedPerSecond").asDouble()).isEqualTo(500);
    assertThat(json.path("idleMillis").asLong()).isEqualTo(20_000);
    assertThat(json.path("donations").path("p99Millis").asDouble()).isEqualTo(50);
    assertThat(json.path("stages").path(1).path("nodes").path(0).path("awake").asInt())
        .isEqualTo(1000);
  }

  private static CensusReport report(
      WakingTimes reads, WakingTimes donations, long restless, long failures, Count count) {
    return new CensusReport(
        SETTINGS,
        2,
        25,
        List.of(
            stage(CensusReport.EMPTY, 0, 30_000_000),
            stage(CensusReport.OPENED, 1000, 50_000_000),
            stage(CensusReport.ASLEEP, restless, 31_000_000)),
        reads,
        donations,
        failures,
        List.of(),
        count);
  }

  private static Stage stage(String name, long awake, long heapBytes) {
    return new Stage(
        name,
        1,
        List.of(
            new Stage.NodeReading(
                OptionalLong.of(awake),
                Optional.of(new ProcessReading(heapBytes, 300_000_000, 60)))));
  }
}
