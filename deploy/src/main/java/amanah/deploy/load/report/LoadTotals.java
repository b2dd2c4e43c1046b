package amanah.deploy.load.report;

import java.util.List;
import java.util.Map;

/**
 * What became of the donations that were due within the window.
 *
 * @param seconds how long the window was
 * @param offered donations that were due, those that were let go included
 * @param acknowledged as new
 * @param replayed acknowledged, and recorded before, by a try whose answer was lost
 * @param refused by code
 * @param failed without a definite answer, by what happened
 * @param shed let go, since too many were open
 * @param reachedPerSecond donations whose acknowledgement came within the window, a second
 * @param curve latencies of the acknowledged, from when each was due, by ascending percent
 */
public record LoadTotals(
    double seconds,
    long offered,
    long acknowledged,
    long replayed,
    Map<String, Long> refused,
    Map<String, Long> failed,
    long shed,
    double reachedPerSecond,
    List<CurvePoint> curve) {

  /** Keeps its own maps and list. */
  public LoadTotals {
    refused = Map.copyOf(refused);
    failed = Map.copyOf(failed);
    curve = List.copyOf(curve);
  }

  /** Donations that were due, a second. */
  public double offeredPerSecond() {
    return offered / seconds;
  }

  /** The latency that so many percent did not exceed, 0 when nothing was acknowledged. */
  public double millis(double percent) {
    return curve.stream()
        .filter(point -> point.percent() >= percent)
        .mapToDouble(CurvePoint::millis)
        .findFirst()
        .orElse(0);
  }

  /** How many there are of all reasons. */
  public static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
