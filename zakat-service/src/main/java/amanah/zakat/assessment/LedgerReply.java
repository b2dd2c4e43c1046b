package amanah.zakat.assessment;

import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.assessment.AssessmentAnswer;
import java.util.Optional;

/** What the ledger says to its root. */
sealed interface LedgerReply {

  /**
   * The journal has been read to its end.
   *
   * @param assessment as it stands, or empty while it was not made
   * @param sequence how many events there are; 0 when nobody has ever heard of it
   */
  record Recovered(Optional<Assessment> assessment, long sequence) implements LedgerReply {}

  /**
   * The answer to a command, after the commit.
   *
   * @param assessment with all that the command changed, or empty while it was not made
   */
  record Answered(long ticket, AssessmentAnswer answer, Optional<Assessment> assessment)
      implements LedgerReply {}
}
