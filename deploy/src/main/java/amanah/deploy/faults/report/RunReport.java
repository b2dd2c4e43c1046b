package amanah.deploy.faults.report;

import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.load.Second;
import java.util.List;

/**
 * A whole run.
 *
 * @param title what was run, in one line
 * @param seed of everything that is left to chance
 * @param figures what the load came to
 * @param rows one for each kind
 * @param faults in their order
 * @param seconds of the load
 * @param growth what the nodes held at the start and at the end
 * @param findings what must not be and was found
 * @param findingsCount how many there are, those that were not kept included
 * @param unproven what a run must have seen and this one has not, as sentences
 */
public record RunReport(
    String title,
    long seed,
    Figures figures,
    List<KindRow> rows,
    List<FaultRecord> faults,
    List<Second> seconds,
    Growth growth,
    List<Finding> findings,
    long findingsCount,
    List<String> unproven) {

  /** Whether every promise was kept, in every kind that was done. */
  public boolean holds() {
    return findingsCount == 0
        && unproven.isEmpty()
        && growth.broken().isEmpty()
        && rows.stream().noneMatch(row -> row.verdict().equals("FAIL"));
  }

  /** How many findings are kept that are wrong answers. */
  public long wrong() {
    return findings.stream().filter(finding -> WrongAnswers.contain(finding.kind())).count();
  }

  /** How many findings of that kind are kept. */
  public long count(Finding.Kind kind) {
    return findings.stream().filter(finding -> finding.kind() == kind).count();
  }
}
