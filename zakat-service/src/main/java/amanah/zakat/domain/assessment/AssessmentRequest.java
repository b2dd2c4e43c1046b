package amanah.zakat.domain.assessment;

import amanah.id.AssessmentId;
import amanah.id.DonorId;
import amanah.zakat.domain.question.FullQuestion;
import java.time.Instant;

/** Assess this donor's zakat by this question, and keep the answer for ever. */
public record AssessmentRequest(AssessmentId assessmentId, DonorId donorId, FullQuestion question) {

  /** What to tell whoever asks this under the id of another request, which was made then. */
  public String contradicts(Instant madeAt) {
    return "assessment \""
        + assessmentId
        + "\" was made at "
        + madeAt
        + " of another request, expected the same one or another id";
  }
}
