package amanah.deploy.faults.report;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.faults.cluster.ProcessReading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthTest {

  private static final long MEGABYTE = 1L << 20;

  @ParameterizedTest
  @CsvSource({
    // heap MB, threads, sessions; at the end: heap MB, threads, sessions; donations; what has grown
    "100, 60, 13,   100, 60, 13,         0,",
    "100, 60, 13,    80, 40,  9,         0,",
    "100, 60, 13,   110, 66, 15,         0,",
    "100, 60, 13,   118, 66, 15,         0,",
    "100, 60, 13,   119, 66, 15,         0, bytes of heap",
    "100, 60, 13,   200, 66, 15, 1_000_000,",
    "100, 60, 13,   215, 66, 15, 1_000_000, bytes of heap",
    "100, 60, 13,   100, 67, 15,         0, threads",
    "100, 60, 13,   100, 60, 16,         0, sessions",
  })
  void a_tenth_more_is_allowed_and_what_donations_must_take(
      long heap,
      int threads,
      int sessions,
      long heapAtEnd,
      int threadsAtEnd,
      int sessionsAtEnd,
      String donations,
      String grown) {
    Growth growth =
        new Growth(
            List.of(holding(heap, threads, sessions)),
            List.of(holding(heapAtEnd, threadsAtEnd, sessionsAtEnd)),
            Long.parseLong(donations.replace("_", "")));

    if (grown == null) {
      assertThat(growth.broken()).isEmpty();
    } else {
      assertThat(growth.broken()).singleElement().asString().contains("node 1 has", grown);
    }
  }

  @Test
  void a_node_whose_process_cannot_be_read_is_judged_by_its_sessions_alone() {
    Growth growth =
        new Growth(
            List.of(new Holding(1, Optional.empty(), 13)),
            List.of(new Holding(1, Optional.empty(), 13)),
            0);

    assertThat(growth.broken()).isEmpty();
    assertThat(growth.lines())
        .containsExactly("node 1 held at the start 13 sessions, at the end 13 sessions");
  }

  private static Holding holding(long heapMegabytes, int threads, int sessions) {
    return new Holding(
        1, Optional.of(new ProcessReading(heapMegabytes * MEGABYTE, 0, threads)), sessions);
  }
}
