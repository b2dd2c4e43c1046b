package amanah.deploy.bench;

import amanah.deploy.load.loop.LoadFigures;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The results of a run, and what follows from them.
 *
 * @param machine what they were taken on
 */
record BenchReport(String machine, List<BenchResult> results) {

  private static final double PACE_DIFFERENCE_MAX = 0.1;

  /** Keeps its own list. */
  BenchReport {
    results = List.copyOf(results);
  }

  /** How many times its baseline a result is, when both were measured. */
  OptionalDouble ratio(BenchResult result) {
    Optional<LoadFigures> baseline =
        baseline(result).flatMap(found -> Optional.ofNullable(found.figures()));
    LoadFigures figures = result.figures();
    return figures == null || baseline.isEmpty() || baseline.get().perSecond() <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(figures.perSecond() / baseline.get().perSecond());
  }

  /** Whether a promise was kept: {@code met}, {@code missed}, or empty when none was tested. */
  String verdict(BenchResult result) {
    OptionalDouble ratio = ratio(result);
    double promised = result.measurement().promisedRatio();
    if (promised == 0 || ratio.isEmpty()) {
      return "";
    }
    return ratio.getAsDouble() >= promised ? "met" : "missed";
  }

  /** The machine's pace around a result, in percent of the best of the run. */
  int pacePercent(BenchResult result) {
    double best = results.stream().mapToDouble(BenchResult::pace).max().orElse(0);
    return best <= 0 ? 100 : (int) Math.round(100 * result.pace() / best);
  }

  /** Whether the machine was another one, in effect, for a result than for its baseline. */
  boolean loadDiffered(BenchResult result) {
    return baseline(result)
        .filter(baseline -> baseline.figures() != null)
        .map(
            baseline ->
                Math.abs(result.pace() - baseline.pace())
                    > PACE_DIFFERENCE_MAX * Math.max(result.pace(), baseline.pace()))
        .orElse(false);
  }

  /** The result that a result is held against. */
  Optional<BenchResult> baseline(BenchResult result) {
    return result
        .measurement()
        .baseline()
        .flatMap(
            measurement ->
                results.stream().filter(other -> other.measurement() == measurement).findFirst());
  }
}
