package amanah.zakat.domain.assessment;

import amanah.zakat.domain.RefusalCode;

/** What became of one movement. */
public sealed interface MovementOutcome {

  /**
   * It is in the journal.
   *
   * @param replayed whether it was there before
   */
  record Recorded(boolean replayed) implements MovementOutcome {}

  /** It never will be. */
  record Refused(RefusalCode code, String detail) implements MovementOutcome {}
}
