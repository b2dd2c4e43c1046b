package amanah.deploy.load.report;

import java.util.List;

/**
 * What the node says of the campaigns, held against what was acknowledged.
 *
 * @param campaigns how many were asked for
 * @param acknowledged donations, those of the warm-up included
 * @param findings one for each campaign that does not hold what was acknowledged
 */
public record BooksCheck(int campaigns, long acknowledged, List<String> findings) {

  /** Keeps its own list. */
  public BooksCheck {
    findings = List.copyOf(findings);
  }

  /** Whether all of them do. */
  public boolean agrees() {
    return findings.isEmpty();
  }
}
