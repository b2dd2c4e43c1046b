package amanah.deploy.load.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The report for a terminal: a table, what is wrong, and a last line for programs. */
public final class LoadText {

  private static final int FINDINGS_SHOWN = 20;
  private static final double MEDIAN = 50;
  private static final double MOST = 90;
  private static final double TAIL = 99;
  private static final double FAR_TAIL = 99.9;
  private static final double LAST = 100;

  private LoadText() {}

  /** Its lines. */
  public static List<String> lines(LoadReport report) {
    LoadTotals totals = report.totals();
    List<String> lines = new ArrayList<>();
    lines.add(report.title());
    lines.add("");
    lines.add(
        row(
            "door",
            "offered/s",
            "reached/s",
            "p50",
            "p90",
            "p99",
            "p99.9",
            "max ms",
            "replayed",
            "refused",
            "failed",
            "shed"));
    lines.add(
        row(
            report.door(),
            rate(totals.offeredPerSecond()),
            rate(totals.reachedPerSecond()),
            millis(totals.millis(MEDIAN)),
            millis(totals.millis(MOST)),
            millis(totals.millis(TAIL)),
            millis(totals.millis(FAR_TAIL)),
            millis(totals.millis(LAST)),
            count(totals.replayed()),
            count(LoadTotals.sum(totals.refused())),
            count(LoadTotals.sum(totals.failed())),
            count(totals.shed())));
    lines.add("");
    if (!report.broken().isEmpty()) {
      lines.add("VOID: " + report.broken());
    }
    if (!report.rateReached()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "the offered rate was not reached: %,d of %,d donations were shed, since too many"
                  + " were open",
              totals.shed(),
              totals.offered()));
    }
    reasons("refused", totals.refused(), lines);
    reasons("failed", totals.failed(), lines);
    lines.addAll(books(report.books()));
    lines.add(last(report));
    return lines;
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-8s%11s%11s%9s%9s%9s%9s%9s%10s%9s%8s%9s", cells);
  }

  private static void reasons(String name, Map<String, Long> counts, List<String> lines) {
    new TreeMap<>(counts)
        .forEach(
            (reason, count) ->
                lines.add(String.format(Locale.ROOT, "%s: %,d %s", name, count, reason)));
  }

  private static List<String> books(BooksCheck books) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "books: %,d acknowledged, warm-up included; campaigns whose totals agree: %,d of %,d",
            books.acknowledged(),
            books.campaigns() - books.findings().size(),
            books.campaigns()));
    books.findings().stream().limit(FINDINGS_SHOWN).forEach(lines::add);
    return lines;
  }

  private static String last(LoadReport report) {
    LoadTotals totals = report.totals();
    return String.format(
        Locale.ROOT,
        "result=%s door=%s offered_per_second=%.0f reached_per_second=%.0f p50_ms=%.2f p99_ms=%.2f"
            + " max_ms=%.1f acknowledged=%d replayed=%d refused=%d failed=%d shed=%d wrong=%d",
        report.holds() ? "pass" : "FAIL",
        report.door(),
        totals.offeredPerSecond(),
        totals.reachedPerSecond(),
        totals.millis(MEDIAN),
        totals.millis(TAIL),
        totals.millis(LAST),
        totals.acknowledged(),
        totals.replayed(),
        LoadTotals.sum(totals.refused()),
        LoadTotals.sum(totals.failed()),
        totals.shed(),
        report.books().findings().size());
  }

  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%,.0f", perSecond);
  }

  private static String count(long donations) {
    return String.format(Locale.ROOT, "%,d", donations);
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, millis < 10 ? "%.2f" : "%.1f", millis);
  }
}
