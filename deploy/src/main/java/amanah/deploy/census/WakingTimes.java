package amanah.deploy.census;

import org.HdrHistogram.Histogram;

/**
 * How long sleeping campaigns needed for their first answer, from the moment at which it was to be
 * asked for.
 *
 * @param count how many answered as they should
 * @param askedAgain how many of them not at the first try
 * @param p50Millis of all
 * @param p99Millis of all
 * @param maxMillis of all
 */
record WakingTimes(
    long count, long askedAgain, double p50Millis, double p99Millis, double maxMillis) {

  private static final double MEDIAN = 50;
  private static final double TAIL = 99;
  private static final double MICROS = 1000.0;

  /** Of microseconds. */
  static WakingTimes of(Histogram micros, long askedAgain) {
    return new WakingTimes(
        micros.getTotalCount(),
        askedAgain,
        micros.getValueAtPercentile(MEDIAN) / MICROS,
        micros.getValueAtPercentile(TAIL) / MICROS,
        micros.getMaxValue() / MICROS);
  }
}
