package amanah.zakat.assessment;

import akka.actor.typed.ActorRef;
import amanah.cluster.Quorum;
import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.protocol.WireMessage;
import amanah.protocol.zakat.AssessedZakat;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.assessment.AssessmentRequest;
import amanah.zakat.domain.question.FullAnswer;
import java.time.Instant;

/**
 * What an assessment takes from any node, and from its shard. Every question is answered; a change
 * after it stands in the journal.
 */
public sealed interface AssessmentMessage extends WireMessage {

  /**
   * Keep this answer. The same request again is answered with what was kept first.
   *
   * @param answer as it was computed for the request, just now
   * @param askedUntil when whoever asks gives up; from then on it must not be begun any more
   */
  record Make(
      AssessmentRequest request,
      FullAnswer answer,
      Instant askedUntil,
      ActorRef<AssessmentReply> replyTo)
      implements AssessmentMessage {}

  /** Show the assessment after its last commit. */
  record Get(ActorRef<AssessmentReply> replyTo) implements AssessmentMessage {}

  /**
   * Count a gift, or a refund of one, that names this assessment; each exactly once. It may come
   * before the assessment is made, and a refund before its gift.
   *
   * @param campaignId with the ids within it, its name
   */
  record Count(CampaignId campaignId, AssessedZakat zakat, ActorRef<AssessmentReply> replyTo)
      implements AssessmentMessage {}

  /** Finish what has begun, and stop: the shard moves, or nobody has asked for a while. */
  record Leave() implements AssessmentMessage {}

  /** Answers that it cannot be done now; who only leaves expects no answer. */
  default void refuse(AssessmentId assessmentId, RefusalCode code, String detail) {
    answer(Quorum.always(), new AssessmentReply.Refused(assessmentId, code, detail), assessmentId);
  }

  /**
   * Answers what rests on what the assessment's node knows, once a majority has counted it in; who
   * only leaves expects no answer.
   */
  default void answer(Quorum quorum, AssessmentReply answer, AssessmentId assessmentId) {
    RefusalCode code = this instanceof Make ? RefusalCode.TIMEOUT : RefusalCode.UNAVAILABLE;
    AssessmentReply.Refused withheld = new AssessmentReply.Refused(assessmentId, code, Quorum.LOST);
    switch (this) {
      case Make make -> quorum.tell(make.replyTo(), answer, withheld);
      case Get get -> quorum.tell(get.replyTo(), answer, withheld);
      case Count count -> quorum.tell(count.replyTo(), answer, withheld);
      case Leave leave -> {}
    }
  }
}
