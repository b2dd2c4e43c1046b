package amanah.zakat.domain.assessment;

import amanah.zakat.domain.RefusalCode;
import java.util.List;

/**
 * What follows from a command: events to be journaled together, and the answer to give once they
 * are.
 */
public record Decision(List<AssessmentEvent> events, AssessmentAnswer answer) {

  /** Keeps its own list. */
  public Decision {
    events = List.copyOf(events);
  }

  static Decision of(AssessmentAnswer answer, AssessmentEvent... events) {
    return new Decision(List.of(events), answer);
  }

  static Decision refused(RefusalCode code, String detail) {
    return new Decision(List.of(), new AssessmentAnswer.Refused(code, detail));
  }
}
