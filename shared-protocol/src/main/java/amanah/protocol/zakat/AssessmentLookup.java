package amanah.protocol.zakat;

import amanah.id.AssessmentId;
import java.util.concurrent.CompletionStage;

/** Whether an assessment was made, for whoever takes a payment towards it. */
@FunctionalInterface
public interface AssessmentLookup {

  /** What is known of an assessment. */
  enum Standing {
    /** It was made, and so it is for ever. */
    MADE,
    /** Nobody has made it yet. */
    NOT_MADE,
    /** It cannot be said now. */
    UNSURE
  }

  /** How it stands; the stage completes soon, and never exceptionally. */
  CompletionStage<Standing> standing(AssessmentId assessmentId);
}
