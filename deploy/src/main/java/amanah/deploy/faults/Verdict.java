package amanah.deploy.faults;

import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.kind.FaultKind;
import amanah.deploy.faults.kind.TailGrowth;
import amanah.deploy.faults.load.Meter;
import amanah.deploy.faults.load.Totals;
import amanah.deploy.faults.report.Distribution;
import amanah.deploy.faults.report.FaultRecord;
import amanah.deploy.faults.report.Figures;
import amanah.deploy.faults.report.Growth;
import amanah.deploy.faults.report.KindRow;
import amanah.deploy.faults.report.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Adds up a run. */
final class Verdict {

  private static final double MEDIAN = 50;
  private static final double TAIL = 99;
  private static final double LONGEST = 100;

  private final FaultsSettings settings;
  private final Map<FaultKind, String> skipped;
  private final List<FaultRecord> faults;
  private final List<Finding> findings;

  Verdict(
      FaultsSettings settings,
      Map<FaultKind, String> skipped,
      List<FaultRecord> faults,
      List<Finding> findings) {
    this.settings = settings;
    this.skipped = skipped;
    this.faults = List.copyOf(faults);
    this.findings = List.copyOf(findings);
  }

  RunReport report(Meter meter, double seconds, int ends, Growth growth) {
    List<KindRow> rows = new ArrayList<>();
    settings.kinds().forEach(kind -> rows.add(row(kind)));
    skipped.forEach((kind, why) -> rows.add(skippedRow(kind, why)));
    return new RunReport(
        "Amanah under faults: seed %d, %d nodes, %d donations/s to %d campaigns"
            .formatted(
                settings.seed(),
                settings.nodes(),
                settings.donationsPerSecond(),
                settings.campaigns()),
        settings.seed(),
        figures(meter, seconds, ends),
        rows,
        faults,
        meter.seconds(),
        growth,
        findings,
        findings.size(),
        unproven(meter.totals()));
  }

  /**
   * A run of all kinds in which nothing happened proves nothing; single kinds say so themselves.
   */
  private List<String> unproven(Totals totals) {
    List<String> unproven = new ArrayList<>();
    if (faults.isEmpty()) {
      unproven.add("no fault was done");
    }
    if (totals.acknowledged() == 0) {
      unproven.add("no donation was acknowledged");
    }
    if (totals.replays() == 0) {
      unproven.add("no acknowledged donation was repeated");
    }
    if (settings.quiet() > 0 && totals.questions() == 0) {
      unproven.add("no quiet campaign answered a question");
    }
    if (settings.kinds().size() > 2) {
      if (faults.stream().noneMatch(fault -> fault.seen().moved())) {
        unproven.add("no campaign moved to another node");
      }
      if (totals.ambiguous() == 0) {
        unproven.add("no answer was ambiguous");
      }
      if (totals.resolved() == 0) {
        unproven.add("no donation was recorded whose caller had no answer");
      }
    }
    return unproven;
  }

  private KindRow row(FaultKind kind) {
    List<FaultRecord> done =
        faults.stream().filter(fault -> fault.blow().kind().equals(kind.name())).toList();
    List<String> broken =
        new ArrayList<>(done.stream().flatMap(fault -> fault.broken().stream()).toList());
    TailGrowth tail = TailGrowth.of(done.stream().map(FaultRecord::seen).toList());
    tail.beyond(kind.bounds().tailGrowthMax()).ifPresent(broken::add);
    return new KindRow(
        kind,
        done.size(),
        done.stream().mapToLong(FaultRecord::acknowledged).sum(),
        count(kind, Finding.Kind.LOST::equals),
        count(kind, Finding.Kind.DOUBLED::equals),
        count(kind, KindRow::isWrong),
        done.stream().mapToLong(fault -> fault.seen().failed()).sum(),
        Distribution.of(done.stream().flatMap(fault -> fault.struckMillis().stream()).toList()),
        Distribution.of(done.stream().flatMap(fault -> fault.othersMillis().stream()).toList()),
        tail,
        done.isEmpty() ? "the time was over before its turn came" : "",
        broken);
  }

  private long count(FaultKind kind, Predicate<Finding.Kind> what) {
    return findings.stream()
        .filter(finding -> what.test(finding.kind()) && finding.fault() >= 0)
        .filter(finding -> faults.get(finding.fault()).blow().kind().equals(kind.name()))
        .count();
  }

  private static KindRow skippedRow(FaultKind kind, String why) {
    Distribution none = Distribution.of(List.of());
    return new KindRow(
        kind, 0, 0, 0, 0, 0, 0, none, none, TailGrowth.of(List.of()), why, List.of());
  }

  private static Figures figures(Meter meter, double seconds, int ends) {
    Totals totals = meter.totals();
    return new Figures(
        seconds,
        totals.acknowledged(),
        totals.refused(),
        totals.failed(),
        totals.skipped(),
        totals.ambiguous(),
        totals.resolved(),
        totals.replays(),
        totals.mismatches(),
        totals.refunds(),
        totals.reads(),
        totals.changes(),
        totals.questions(),
        ends,
        meter.percentileMillis(MEDIAN),
        meter.percentileMillis(TAIL),
        meter.percentileMillis(LONGEST));
  }
}
