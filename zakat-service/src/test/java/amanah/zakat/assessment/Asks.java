package amanah.zakat.assessment;

import akka.actor.typed.ActorRef;
import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.id.RefundId;
import amanah.money.Money;
import amanah.protocol.zakat.AssessedZakat;
import amanah.zakat.domain.assessment.AssessmentRequest;
import amanah.zakat.domain.assessment.Requests;
import amanah.zakat.domain.question.FullQuestion;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What one assessment is asked by tests, up to the address of the answer. */
record Asks(AssessmentId assessmentId) {

  static Asks of(String assessmentId) {
    return new Asks(AssessmentId.of(assessmentId));
  }

  /** Of cash of so many dollars, a fortieth of which is due. */
  Function<ActorRef<AssessmentReply>, AssessmentMessage> make(String cash) {
    return make(Requests.cash(cash).question());
  }

  Function<ActorRef<AssessmentReply>, AssessmentMessage> make(FullQuestion question) {
    AssessmentRequest request = new AssessmentRequest(assessmentId, DonorId.of("aisha"), question);
    return replyTo ->
        new AssessmentMessage.Make(request, Requests.answer(question), Instant.MAX, replyTo);
  }

  Function<ActorRef<AssessmentReply>, AssessmentMessage> get() {
    return AssessmentMessage.Get::new;
  }

  Function<ActorRef<AssessmentReply>, AssessmentMessage> gift(String donation, long minor) {
    return count(donation, Optional.empty(), minor);
  }

  Function<ActorRef<AssessmentReply>, AssessmentMessage> refund(String donation, long minor) {
    return count(donation, Optional.of(RefundId.of("r-1")), minor);
  }

  private Function<ActorRef<AssessmentReply>, AssessmentMessage> count(
      String donation, Optional<RefundId> refund, long minor) {
    AssessedZakat zakat =
        new AssessedZakat(
            assessmentId,
            DonationId.of(donation),
            refund,
            Money.of(minor, Requests.USD),
            Requests.AT,
            true);
    return replyTo -> new AssessmentMessage.Count(CampaignId.of("wells"), zakat, replyTo);
  }
}
