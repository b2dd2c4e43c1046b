package amanah.zakat.calculator;

import akka.actor.typed.ActorRef;
import amanah.id.CampaignId;
import amanah.protocol.zakat.AssessedZakat;
import amanah.zakat.assessment.AssessmentReply;
import java.util.List;

/** What the payments' actor takes. */
sealed interface PaymentMessage {

  /** Tell these gifts and refunds of a campaign to their assessments. */
  record Deliver(CampaignId campaignId, List<AssessedZakat> zakat, ActorRef<Delivery> replyTo)
      implements PaymentMessage {}

  /** An assessment has answered. */
  record AssessmentSaid(AssessmentReply reply) implements PaymentMessage {}

  /** Time to look who has not answered. */
  record Look() implements PaymentMessage {}

  /**
   * What became of a campaign's gifts and refunds.
   *
   * @param acknowledged whether every assessment has them for good
   */
  record Delivery(CampaignId campaignId, boolean acknowledged, String detail) {}
}
