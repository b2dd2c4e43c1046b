package amanah.deploy.faults.report;

import amanah.deploy.faults.books.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report for a terminal: a table, what is wrong, and a last line for programs. */
public final class ReportText {

  private static final String HEAD =
      String.format(
          Locale.ROOT,
          "%-17s%6s%14s%6s%9s%7s%8s%24s%12s  %s",
          "fault",
          "times",
          "acknowledged",
          "lost",
          "doubled",
          "wrong",
          "failed",
          "struck away p50 / max s",
          "others max",
          "");

  /** What the times are, for people. */
  static final String AWAY =
      "away: from a donor's first try until a definite answer. A try that nobody answers takes him"
          + " 2 s, and until the next he waits up to 2 s, so a campaign is back before his time ends.";

  /** What is counted as wrong, for people. */
  static final String WRONG =
      "wrong: answers that were not true, such as a read without what had been acknowledged before it"
          + " or a refusal of what is in the journal. One that is found in a calm is counted to the"
          + " fault before it; what is found at the end counts in the last line.";

  private static final double SECOND = 1000.0;
  private static final int FINDINGS_SHOWN = 20;

  private ReportText() {}

  /** Its lines. */
  public static List<String> lines(RunReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(HEAD);
    report.rows().forEach(row -> lines.add(line(row)));
    lines.add("");
    lines.add(AWAY);
    lines.add(WRONG);
    lines.addAll(report.growth().lines());
    report.rows().stream()
        .filter(row -> row.times() > 0 && Double.isFinite(row.kind().bounds().tailGrowthMax()))
        .forEach(row -> lines.add(name(row) + row.tail()));
    report.rows().forEach(row -> row.broken().forEach(why -> lines.add(name(row) + why)));
    report.rows().stream()
        .filter(row -> !row.skipped().isEmpty())
        .forEach(row -> lines.add(name(row) + row.skipped()));
    report.unproven().forEach(why -> lines.add("nothing proven: " + why));
    report.growth().broken().forEach(why -> lines.add("grown: " + why));
    for (Finding finding : report.findings().stream().limit(FINDINGS_SHOWN).toList()) {
      lines.add(finding.kind() + ": " + finding.sentence());
    }
    if (report.findingsCount() > FINDINGS_SHOWN) {
      lines.add("... " + report.findingsCount() + " findings in all, see report.json");
    }
    lines.add(last(report));
    return lines;
  }

  private static String name(KindRow row) {
    return row.kind().name() + ": ";
  }

  private static String line(KindRow row) {
    if (!row.skipped().isEmpty()) {
      return String.format(Locale.ROOT, "%-17s%6s  %s", row.kind().name(), "-", row.verdict());
    }
    return String.format(
        Locale.ROOT,
        "%-17s%6d%14d%6d%9d%7d%8d%24s%12.1f  %s",
        row.kind().name(),
        row.times(),
        row.acknowledged(),
        row.lost(),
        row.doubled(),
        row.wrong(),
        row.failed(),
        row.struck().count() == 0
            ? "-"
            : String.format(
                Locale.ROOT,
                "%.1f / %.1f",
                row.struck().p50() / SECOND,
                row.struck().max() / SECOND),
        row.others().max() / SECOND,
        row.verdict());
  }

  private static String last(RunReport report) {
    Figures figures = report.figures();
    long skipped = report.rows().stream().filter(row -> !row.skipped().isEmpty()).count();
    return String.format(
        Locale.ROOT,
        "result=%s seed=%d faults=%d skipped=%d acknowledged=%d lost=%d doubled=%d wrong=%d failed=%d"
            + " ambiguous=%d resolved=%d findings=%d seconds=%.0f",
        report.holds() ? "pass" : "FAIL",
        report.seed(),
        report.faults().size(),
        skipped,
        figures.acknowledged(),
        report.count(Finding.Kind.LOST),
        report.count(Finding.Kind.DOUBLED),
        report.wrong(),
        figures.failed(),
        figures.ambiguous(),
        figures.resolved(),
        report.findingsCount(),
        figures.runSeconds());
  }
}
