package amanah.deploy.faults.report;

import amanah.deploy.faults.books.Finding;
import java.util.Set;

/**
 * Which findings are answers that are not true: stale reads, a no to what was recorded, a yes to
 * what was not as told, and whatever else is neither lost nor doubled.
 */
final class WrongAnswers {

  /** What has a column of its own, and what is no answer. */
  private static final Set<Finding.Kind> OTHERS =
      Set.of(Finding.Kind.LOST, Finding.Kind.DOUBLED, Finding.Kind.UNCHECKED);

  private WrongAnswers() {}

  /** Whether such a finding is one. */
  static boolean contain(Finding.Kind kind) {
    return !OTHERS.contains(kind);
  }
}
