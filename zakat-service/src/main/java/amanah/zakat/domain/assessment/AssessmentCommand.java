package amanah.zakat.domain.assessment;

import amanah.zakat.domain.question.FullAnswer;
import java.util.List;

/** What can be asked of an obligation. */
public sealed interface AssessmentCommand {

  /**
   * Keep this answer to this request.
   *
   * @param answer as it was computed for the request just now
   */
  record Make(AssessmentRequest request, FullAnswer answer) implements AssessmentCommand {}

  /** Count what was paid or given back, each for itself, in order. */
  record Count(List<Movement> movements) implements AssessmentCommand {

    /** Keeps its own list. */
    public Count {
      movements = List.copyOf(movements);
    }
  }
}
