package amanah.protocol.zakat;

import amanah.id.AssessmentId;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Which assessments were made, for whoever takes payments towards them. */
@FunctionalInterface
public interface AssessmentLookup {

  /**
   * Those of these that were made, and so they are for ever; the others were not yet. The stage
   * completes soon, and exceptionally where it cannot be said now.
   */
  CompletionStage<Set<AssessmentId>> made(Collection<AssessmentId> assessmentIds);
}
