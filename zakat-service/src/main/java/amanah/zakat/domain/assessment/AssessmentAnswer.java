package amanah.zakat.domain.assessment;

import amanah.zakat.domain.RefusalCode;
import java.util.List;

/** What an assessment says to a command. */
public sealed interface AssessmentAnswer {

  /**
   * The answer to the request is kept.
   *
   * @param replayed whether it was before
   */
  record Made(boolean replayed) implements AssessmentAnswer {}

  /** One outcome for each movement of the command, in its order. */
  record Counted(List<MovementOutcome> outcomes) implements AssessmentAnswer {

    /** Keeps its own list. */
    public Counted {
      outcomes = List.copyOf(outcomes);
    }
  }

  /** A definite no; nothing was recorded. */
  record Refused(RefusalCode code, String detail) implements AssessmentAnswer {}
}
