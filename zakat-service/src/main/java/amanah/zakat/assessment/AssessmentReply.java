package amanah.zakat.assessment;

import amanah.cluster.Asking;
import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.protocol.EarlierTries;
import amanah.protocol.WireMessage;
import amanah.protocol.zakat.AssessedZakat;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.assessment.Assessment;

/** What an assessment says. */
public sealed interface AssessmentReply extends WireMessage {

  /**
   * It is made.
   *
   * @param replayed whether it had been made before by the same request
   */
  record Made(Assessment assessment, boolean replayed) implements AssessmentReply {}

  /** The assessment after its last commit. */
  record Seen(Assessment assessment) implements AssessmentReply {}

  /**
   * The gift or refund stands in the journal, now or from before, or the assessment is full and it
   * was logged: in any case it need not come again.
   *
   * @param campaignId as it was said
   * @param zakat as it was said
   */
  record Counted(CampaignId campaignId, AssessedZakat zakat) implements AssessmentReply {}

  /** It cannot be done or said, or not now. */
  record Refused(AssessmentId assessmentId, RefusalCode code, String detail)
      implements AssessmentReply {}

  /**
   * What is certain of it when it answers a repeat, while what was asked first may be under way: a
   * no that an earlier question could belie is not.
   */
  default AssessmentReply certainWhileUnderWay() {
    return this instanceof Refused no && EarlierTries.canBelie(no.code())
        ? new Refused(no.assessmentId(), RefusalCode.TIMEOUT, Asking.DOUBTED + ": " + no.detail())
        : this;
  }
}
