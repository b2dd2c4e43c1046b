package amanah.zakat.calculator;

import amanah.id.AssessmentId;
import amanah.zakat.assessment.AssessmentMessage;

/** Where assessments are, on whatever node. What is told may be lost. */
@FunctionalInterface
public interface Assessments {

  /** Tells an assessment something. */
  void tell(AssessmentId assessmentId, AssessmentMessage message);
}
