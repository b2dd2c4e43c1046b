package amanah.deploy.census;

import amanah.deploy.faults.cluster.ProcessReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The report for a terminal: two tables, what is wrong, and a last line for programs. */
final class CensusText {

  private static final double MEGABYTE = 1024.0 * 1024.0;
  private static final double KILOBYTE = 1024.0;
  private static final String NOTHING = "-";

  private CensusText() {}

  /** Its lines. */
  static List<String> lines(CensusReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(stageLine("stage", "after s", "node", "awake", "heap MB", "resident MB", "threads"));
    report.stages().forEach(stage -> stage(stage, lines));
    lines.add("");
    lines.add(wakingLine("first answer of a sleeping campaign", "times", "p50", "p99", "max ms"));
    lines.add(waking("a read", report.reads()));
    lines.add(waking("a donation", report.donations()));
    lines.add("");
    lines.addAll(notes(report));
    report.broken().forEach(lines::add);
    report.failed().forEach(lines::add);
    report.count().findings().forEach(lines::add);
    lines.add(last(report));
    return lines;
  }

  private static void stage(Stage stage, List<String> lines) {
    for (int node = 0; node < stage.nodes().size(); node++) {
      Stage.NodeReading reading = stage.nodes().get(node);
      Optional<ProcessReading> process = reading.process();
      lines.add(
          stageLine(
              node == 0 ? stage.name() : "",
              node == 0 ? String.format(Locale.ROOT, "%.0f", stage.second()) : "",
              String.valueOf(node),
              reading.awake().isPresent()
                  ? String.format(Locale.ROOT, "%,d", reading.awake().getAsLong())
                  : NOTHING,
              process.map(held -> megabytes(held.heapBytes())).orElse(NOTHING),
              process.map(held -> megabytes(held.residentBytes())).orElse(NOTHING),
              process.map(held -> String.valueOf(held.threads())).orElse(NOTHING)));
    }
  }

  private static String stageLine(Object... cells) {
    return String.format(Locale.ROOT, "%-8s%8s%6s%10s%10s%13s%9s", cells);
  }

  private static String wakingLine(Object... cells) {
    return String.format(Locale.ROOT, "%-36s%8s%9s%9s%9s", cells);
  }

  private static String waking(String name, WakingTimes times) {
    return wakingLine(
        name,
        String.format(Locale.ROOT, "%,d", times.count()),
        millis(times.p50Millis()),
        millis(times.p99Millis()),
        millis(times.maxMillis()));
  }

  private static List<String> notes(CensusReport report) {
    CensusSettings settings = report.settings();
    Count count = report.count();
    return List.of(
        String.format(
            Locale.ROOT,
            "%,d campaigns were opened through %d nodes in %.1f s, %.0f a second, %d at a time.",
            settings.campaigns(),
            settings.nodes(),
            report.openSeconds(),
            report.openedPerSecond(),
            settings.openers()),
        String.format(
            Locale.ROOT,
            "One that is awake takes %.1f KB of heap.",
            report.heapBytesOfOneAwake() / KILOBYTE),
        String.format(
            Locale.ROOT,
            "All were asleep %.0f s after the last was opened; the nodes were told to wait %d s.",
            report.sleepSeconds(),
            settings.idle().toSeconds()),
        String.format(
            Locale.ROOT,
            "Of those that slept, %d a second were woken, whatever became of the earlier ones; %d"
                + " had to be asked again.",
            settings.wakesPerSecond(),
            report.reads().askedAgain() + report.donations().askedAgain()),
        String.format(
            Locale.ROOT,
            "The journal has %,d of %,d campaigns as they were recorded; %,d answers of nodes about"
                + " single ones, %,d of them wrong.",
            count.journaled(),
            settings.campaigns(),
            count.asked(),
            count.wrong()));
  }

  private static String last(CensusReport report) {
    Count count = report.count();
    return String.format(
        Locale.ROOT,
        "result=%s seed=%d campaigns=%d missing=%d strange=%d wrong=%d failed=%d"
            + " opened_per_second=%.0f read_p99_ms=%.1f donation_p99_ms=%.1f",
        report.holds() ? "pass" : "FAIL",
        report.settings().seed(),
        report.settings().campaigns(),
        count.missing(),
        count.strange(),
        count.wrong(),
        report.failures(),
        report.openedPerSecond(),
        report.reads().p99Millis(),
        report.donations().p99Millis());
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.0f", bytes / MEGABYTE);
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, "%.1f", millis);
  }
}
