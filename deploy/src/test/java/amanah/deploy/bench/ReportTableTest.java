package amanah.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.load.loop.LoadFigures;
import amanah.deploy.load.loop.Percentiles;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReportTableTest {

  private static final BenchResult HOT =
      BenchResult.of(
              Measurement.HOT,
              new LoadFigures(
                  500_000, 50_000, 9.5, new Percentiles(8, 20.25, 0.5), Map.of("overloaded", 3L)),
              512,
              "")
          .withBatches(98.76, 100)
          .withPace(1_000);

  private static final BenchResult SQL_HOT =
      BenchResult.of(
              Measurement.SQL_HOT,
              new LoadFigures(20_000, 2_000, 8.0, null, Map.of()),
              16,
              "pgbench")
          .withPace(950);

  private static final BenchResult HTTP_HOT =
      BenchResult.of(
              Measurement.HTTP_HOT,
              new LoadFigures(100_000, 10_000, 25.0, new Percentiles(20, 60, 90), Map.of()),
              256,
              "")
          .withPace(700);

  private static final BenchResult ELIXIR =
      BenchResult.missing(Measurement.ELIXIR_GET_ONE, "elixir is not installed");

  private static final BenchReport REPORT =
      new BenchReport("2 cores", List.of(HOT, SQL_HOT, HTTP_HOT, ELIXIR));

  @Test
  void a_result_is_held_against_its_baseline_and_its_promise() {
    assertThat(words("hot"))
        .containsExactly(
            "hot", "50,000", "9.50", "8.00", "20.25", "0.500", "512", "98.8", "100", "25.00x", ">=",
            "25x", "met", "100%");
    assertThat(words("http-hot")).contains("5.00x", ">=", "6x", "missed");
  }

  @Test
  void a_baseline_has_no_ratio_and_what_was_not_measured_has_no_figures() {
    assertThat(words("sql-hot"))
        .containsExactly(
            "sql-hot", "2,000", "8.00", "-", "-", "-", "16", "-", "-", "-", "-", "-", "95%");
    assertThat(words("elixir-get-one")).filteredOn(word -> !word.equals("-")).hasSize(1);
    assertThat(ReportTable.lines(REPORT)).contains("elixir-get-one: elixir is not installed");
  }

  @Test
  void refusals_are_reported_apart() {
    assertThat(ReportTable.lines(REPORT)).contains("hot: not acknowledged as new: 3 overloaded");
  }

  @Test
  void a_machine_that_was_slower_for_one_side_is_pointed_out() {
    assertThat(words("http-hot")).contains("70%!");
    assertThat(ReportTable.lines(REPORT))
        .anyMatch(line -> line.startsWith("http-hot: load differed: the machine went at 70%"))
        .noneMatch(line -> line.startsWith("hot: load differed"));
  }

  @Test
  void the_columns_are_aligned() {
    assertThat(ReportTable.lines(REPORT).subList(2, 7))
        .extracting(String::length)
        .containsOnly(ReportTable.lines(REPORT).get(2).length());
  }

  @Test
  void json_says_the_same_to_programs() throws IOException {
    assertThat(ReportJson.text(REPORT))
        .contains("\"name\" : \"hot\"", "\"ratio\" : 25.0", "\"promise\" : \"missed\"");
  }

  private static List<String> words(String label) {
    String line =
        ReportTable.lines(REPORT).stream()
            .filter(candidate -> candidate.startsWith(label + " "))
            .findFirst()
            .orElseThrow();
    return List.of(line.split(" +"));
  }
}
