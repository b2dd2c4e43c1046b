package amanah.deploy.faults.report;

import java.util.List;

/** A few numbers out of many, in milliseconds. */
public record Distribution(int count, double p50, double p90, double p99, double max) {

  private static final double MEDIAN = 0.50;
  private static final double MOST = 0.90;
  private static final double NEARLY_ALL = 0.99;

  /** Of these values; all zero for none. */
  public static Distribution of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return new Distribution(
        sorted.size(), at(sorted, MEDIAN), at(sorted, MOST), at(sorted, NEARLY_ALL), at(sorted, 1));
  }

  /** The smallest value that so large a part of all does not exceed. */
  private static double at(List<Double> sorted, double part) {
    if (sorted.isEmpty()) {
      return 0;
    }
    int index = (int) Math.ceil(part * sorted.size()) - 1;
    return sorted.get(Math.max(0, index));
  }
}
