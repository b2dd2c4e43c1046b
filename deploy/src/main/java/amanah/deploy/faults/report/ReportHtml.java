package amanah.deploy.faults.report;

import static amanah.deploy.plot.Drawing.escaped;

import amanah.deploy.faults.books.Finding;
import java.util.Locale;
import java.util.function.Function;

/** The report as one page that needs nothing else. */
public final class ReportHtml {

  private static final double SECOND = 1000.0;
  private static final int FINDINGS_SHOWN = 200;
  private static final String STYLE =
      """
      body { font-family: sans-serif; margin: 2em auto; max-width: 80em; color: #202020; }
      table { border-collapse: collapse; margin: 1em 0; }
      th, td { padding: 0.3em 0.8em; border-bottom: 1px solid #d0d0d0; text-align: right; }
      th:first-child, td:first-child, td.text, th.text { text-align: left; }
      .FAIL { color: #b00020; font-weight: bold; } .pass { color: #1b7a34; }
      .SKIPPED { color: #806000; }
      """;

  private ReportHtml() {}

  /** Its text. */
  public static String text(RunReport report) {
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
        + escaped(report.title())
        + "</title><style>\n"
        + STYLE
        + "</style></head><body>\n<h1>Amanah under faults: "
        + verdict(report.holds() ? "pass" : "FAIL")
        + "</h1>\n"
        + Plot.svg(report)
        + kinds(report)
        + figures(report.figures())
        + faults(report)
        + growth(report)
        + problems(report)
        + "</body></html>\n";
  }

  private static String kinds(RunReport report) {
    return "<h2>Kinds of faults</h2>\n<table><tr><th>fault</th><th>times</th><th>acknowledged</th>"
        + "<th>lost</th><th>doubled</th><th>wrong</th><th>failed</th><th>struck campaigns away, s:"
        + " p50 / p90 / max</th><th>others, s: p50 / max</th><th></th>"
        + "<th class=\"text\">what it does; what is asked</th></tr>\n"
        + lines(report.rows(), ReportHtml::kind)
        + "</table>\n<p>"
        + escaped(ReportText.AWAY)
        + "</p>\n<p>"
        + escaped(ReportText.WRONG)
        + "</p>\n";
  }

  private static String kind(KindRow row) {
    return String.format(
        Locale.ROOT,
        "<tr><td>%s</td><td>%d</td><td>%,d</td><td>%d</td><td>%d</td><td>%d</td><td>%d</td><td>%s</td>"
            + "<td>%.1f / %.1f</td><td>%s</td><td class=\"text\">%s.<br>%s</td></tr>\n",
        row.kind().name(),
        row.times(),
        row.acknowledged(),
        row.lost(),
        row.doubled(),
        row.wrong(),
        row.failed(),
        row.struck().count() == 0
            ? "&ndash;"
            : String.format(
                Locale.ROOT,
                "%.1f / %.1f / %.1f",
                row.struck().p50() / SECOND,
                row.struck().p90() / SECOND,
                row.struck().max() / SECOND),
        row.others().p50() / SECOND,
        row.others().max() / SECOND,
        verdict(row.verdict()),
        escaped(row.kind().says()),
        escaped(row.kind().bounds().source()));
  }

  private static String figures(Figures figures) {
    return String.format(
        Locale.ROOT,
        "<h2>The load</h2>\n<p>In %,.0f s: %,d donations acknowledged, %,d refused for good, %,d"
            + " without an answer in their caller's time, %,d not sent. %,d tries left open whether"
            + " something was done; %,d donations had been recorded by such a try, as a later one"
            + " said. %,d repeats got the first answer, %,d with other content were refused; %,d"
            + " refunds, %,d reads and %,d changes of status; %,d single questions were answered."
            + " Until a definite answer: p50 %.0f ms,"
            + " p99 %.0f ms, longest %.1f s. Nodes ended unasked %d times.</p>\n",
        figures.runSeconds(),
        figures.acknowledged(),
        figures.refused(),
        figures.failed(),
        figures.skipped(),
        figures.ambiguous(),
        figures.resolved(),
        figures.replays(),
        figures.mismatches(),
        figures.refunds(),
        figures.reads(),
        figures.changes(),
        figures.questions(),
        figures.p50Millis(),
        figures.p99Millis(),
        figures.maxMillis() / SECOND,
        figures.nodeEnds());
  }

  private static String faults(RunReport report) {
    return "<h2>Faults in their order</h2>\n<table><tr><th>fault</th><th class=\"text\">struck</th>"
        + "<th>began, s</th><th>lasted, s</th><th>all well, s</th><th>back after, s</th>"
        + "<th>ambiguous</th><th>resolved</th><th>struck max, s</th><th>others max, s</th></tr>\n"
        + lines(report.faults(), ReportHtml::fault)
        + "</table>\n";
  }

  private static String fault(FaultRecord fault) {
    return String.format(
        Locale.ROOT,
        "<tr><td>%s</td><td class=\"text\">%s</td><td>%.0f</td><td>%d</td><td>%.0f</td>"
            + "<td>%.1f</td><td>%d</td><td>%d</td><td>%.1f</td><td>%.1f</td></tr>\n",
        fault.blow().kind(),
        escaped(fault.target() + (fault.detail().isEmpty() ? "" : ": " + fault.detail())),
        fault.beganSecond(),
        fault.blow().lasts().toSeconds(),
        fault.healedSecond(),
        fault.seen().backAfter().toMillis() / SECOND,
        fault.seen().ambiguous(),
        fault.seen().resolved(),
        Distribution.of(fault.struckMillis()).max() / SECOND,
        Distribution.of(fault.othersMillis()).max() / SECOND);
  }

  private static String growth(RunReport report) {
    StringBuilder html = new StringBuilder("<h2>What the nodes held</h2>\n<ul>\n");
    report.growth().lines().forEach(line -> item(html, line));
    return html.append("</ul>\n").toString();
  }

  private static String problems(RunReport report) {
    StringBuilder html = new StringBuilder(100).append("<h2>What is wrong</h2>\n<ul>\n");
    for (KindRow row : report.rows()) {
      row.broken().forEach(why -> item(html, row.kind().name() + ": " + why));
      if (!row.skipped().isEmpty()) {
        item(html, row.kind().name() + " was skipped: " + row.skipped());
      }
    }
    report.unproven().forEach(why -> item(html, "nothing proven: " + why));
    report.growth().broken().forEach(why -> item(html, "grown: " + why));
    for (Finding finding : report.findings().stream().limit(FINDINGS_SHOWN).toList()) {
      item(html, finding.kind() + ": " + finding.sentence());
    }
    return html.append("</ul>\n<p>")
        .append(report.findingsCount())
        .append(" findings in all.</p>\n")
        .toString();
  }

  private static void item(StringBuilder html, String sentence) {
    html.append("<li>").append(escaped(sentence)).append("</li>\n");
  }

  private static String verdict(String word) {
    return "<span class=\"" + word + "\">" + word + "</span>";
  }

  private static <T> String lines(Iterable<T> values, Function<T, String> line) {
    StringBuilder html = new StringBuilder();
    values.forEach(value -> html.append(line.apply(value)));
    return html.toString();
  }
}
