package amanah.deploy.bench;

import static java.lang.String.format;

import amanah.deploy.load.loop.LoadFigures;
import amanah.deploy.load.loop.Percentiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes a report for people: one aligned line a measurement, and what there is to know below. */
final class ReportTable {

  private static final List<String> HEADER =
      List.of(
          "measurement",
          "ops/s",
          "mean ms",
          "p50",
          "p99",
          "p99.9",
          "in flight",
          "batch mean",
          "max",
          "ratio",
          "promised",
          "kept",
          "pace");
  private static final String GAP = "  ";
  private static final String NOTHING = "-";

  private ReportTable() {}

  /** All of it, in lines. */
  static List<String> lines(BenchReport report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    report.results().forEach(result -> rows.add(row(report, result)));
    List<String> lines = new ArrayList<>();
    lines.add(report.machine());
    lines.add("");
    lines.addAll(aligned(rows));
    lines.add("");
    lines.addAll(notes(report));
    return lines;
  }

  private static List<String> row(BenchReport report, BenchResult result) {
    LoadFigures figures = result.figures();
    Percentiles percentiles = figures == null ? null : figures.percentiles();
    OptionalDouble ratio = report.ratio(result);
    double promised = result.measurement().promisedRatio();
    String verdict = report.verdict(result);
    return List.of(
        result.measurement().label(),
        figures == null ? NOTHING : format(Locale.ROOT, "%,.0f", figures.perSecond()),
        figures == null ? NOTHING : millis(figures.meanMillis()),
        percentiles == null ? NOTHING : millis(percentiles.p50Millis()),
        percentiles == null ? NOTHING : millis(percentiles.p99Millis()),
        percentiles == null ? NOTHING : millis(percentiles.p999Millis()),
        result.callers() == 0 ? NOTHING : Integer.toString(result.callers()),
        result.batchMean() == null ? NOTHING : format(Locale.ROOT, "%.1f", result.batchMean()),
        result.batchMax() == 0 ? NOTHING : Long.toString(result.batchMax()),
        ratio.isEmpty() ? NOTHING : format(Locale.ROOT, "%.2fx", ratio.getAsDouble()),
        promised == 0 ? NOTHING : format(Locale.ROOT, ">= %sx", number(promised)),
        verdict.isEmpty() ? NOTHING : verdict,
        pace(report, result));
  }

  private static String pace(BenchReport report, BenchResult result) {
    return result.pace() == 0
        ? NOTHING
        : report.pacePercent(result) + "%" + (report.loadDiffered(result) ? "!" : "");
  }

  private static List<String> notes(BenchReport report) {
    List<String> lines = new ArrayList<>();
    for (BenchResult result : report.results()) {
      String label = result.measurement().label();
      if (!result.note().isEmpty()) {
        lines.add(label + ": " + result.note());
      }
      LoadFigures figures = result.figures();
      if (figures != null && !figures.refused().isEmpty()) {
        lines.add(label + ": not acknowledged as new: " + refused(figures.refused()));
      }
      report
          .baseline(result)
          .filter(baseline -> report.loadDiffered(result))
          .ifPresent(
              baseline ->
                  lines.add(
                      format(
                          Locale.ROOT,
                          "%s: load differed: the machine went at %d%% for it and at %d%% for %s,"
                              + " so the ratio says little",
                          label,
                          report.pacePercent(result),
                          report.pacePercent(baseline),
                          baseline.measurement().label())));
    }
    lines.add(
        "ratio: of stream-hot, to http-hot; of others, to the line of SQL or Elixir that does");
    lines.add(
        "the same. http lines are loaded by a client of few instructions, stream and grpc lines");
    lines.add("by the one that everybody has.");
    lines.add(
        "batch mean: donations for each event in the journal; max: as the answers showed it.");
    lines.add("pace: arithmetic all cores did around it, of the run's best; ! when its baseline's");
    lines.add("differed by a tenth. Load, server and database share the machine; the load runs in");
    lines.add(
        "the node's process. http-ceiling is what that load reaches against an empty server.");
    return lines;
  }

  private static String refused(Map<String, Long> refused) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(refused)
        .forEach(
            (reason, count) ->
                text.append(text.isEmpty() ? "" : ", ")
                    .append(format(Locale.ROOT, "%,d ", count))
                    .append(reason));
    return text.toString();
  }

  /** The first column is text, the others are figures and end where their header ends. */
  private static List<String> aligned(List<List<String>> rows) {
    int[] widths =
        IntStream.range(0, HEADER.size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String cell = row.get(column);
        String padding = " ".repeat(widths[column] - cell.length());
        line.append(column == 0 ? cell + padding : GAP + padding + cell);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static String millis(@Nullable Double millis) {
    return millis == null ? NOTHING : format(Locale.ROOT, millis < 1 ? "%.3f" : "%.2f", millis);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? format(Locale.ROOT, "%.0f", value)
        : format(Locale.ROOT, "%.1f", value);
  }
}
