package amanah.deploy.faults.report;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.faults.cluster.ProcessReading;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthTest {

  private static final long MEGABYTE = 1L << 20;

  @ParameterizedTest
  @CsvSource({
    // MB of heap, threads, sessions; the same at the end; donations; what has grown
    "100 60 13, 100 60 13,       0,",
    "100 60 13,  80 40  9,       0,",
    "100 60 13, 110 66 15,       0,",
    "100 60 13, 118 66 15,       0,",
    "100 60 13, 119 66 15,       0, bytes of heap",
    "100 60 13, 200 66 15, 1000000,",
    "100 60 13, 215 66 15, 1000000, bytes of heap",
    "100 60 13, 100 67 15,       0, threads",
    "100 60 13, 100 60 16,       0, sessions",
  })
  void a_tenth_more_is_allowed_and_what_donations_must_take(
      String start, String end, long donations, @Nullable String grown) {
    Growth growth = new Growth(List.of(holding(start)), List.of(holding(end)), donations);

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

  private static Holding holding(String text) {
    List<Integer> figures =
        Arrays.stream(text.strip().split(" +", -1)).map(Integer::valueOf).toList();
    return new Holding(
        1,
        Optional.of(new ProcessReading(figures.get(0) * MEGABYTE, 0, figures.get(1))),
        figures.get(2));
  }
}
