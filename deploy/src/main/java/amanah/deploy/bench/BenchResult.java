package amanah.deploy.bench;

import amanah.deploy.load.loop.LoadFigures;
import org.jspecify.annotations.Nullable;

/**
 * What a measurement came to.
 *
 * @param figures the load's figures, or null when it could not be measured
 * @param callers how many calls were in flight
 * @param batchMean donations for each of the journal's events, or null when that is unknown
 * @param batchMax the largest batch seen, 0 when that is unknown
 * @param pace how fast the machine was around it, see {@link MachineGauge#pace}
 * @param note what else there is to know, or nothing
 */
record BenchResult(
    Measurement measurement,
    @Nullable LoadFigures figures,
    int callers,
    @Nullable Double batchMean,
    long batchMax,
    double pace,
    String note) {

  static BenchResult of(Measurement measurement, LoadFigures figures, int callers, String note) {
    return new BenchResult(measurement, figures, callers, null, 0, 0, note);
  }

  static BenchResult missing(Measurement measurement, String why) {
    return new BenchResult(measurement, null, 0, null, 0, 0, why);
  }

  BenchResult withBatches(@Nullable Double mean, long max) {
    return new BenchResult(measurement, figures, callers, mean, max, pace, note);
  }

  BenchResult withPace(double measuredPace) {
    return new BenchResult(measurement, figures, callers, batchMean, batchMax, measuredPace, note);
  }

  BenchResult withNote(String more) {
    String both = note.isEmpty() || more.isEmpty() ? note + more : note + "; " + more;
    return new BenchResult(measurement, figures, callers, batchMean, batchMax, pace, both);
  }
}
