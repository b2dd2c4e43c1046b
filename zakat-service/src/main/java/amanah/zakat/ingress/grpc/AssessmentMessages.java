package amanah.zakat.ingress.grpc;

import amanah.grpc.Messages;
import amanah.v1.AssessedPayment;
import amanah.v1.AssessedRefund;
import amanah.v1.Assessment;

/** Writes assessments with what was paid towards them. */
final class AssessmentMessages {

  private AssessmentMessages() {}

  static Assessment assessment(amanah.zakat.domain.assessment.Assessment assessment) {
    Assessment.Builder message =
        Assessment.newBuilder()
            .setAssessmentId(assessment.request().assessmentId().value())
            .setDonorId(assessment.request().donorId().value())
            .setAssessedAt(Messages.time(assessment.at()))
            .setDue(Messages.money(assessment.due()))
            .setPaid(Messages.money(assessment.paid()))
            .setOutstanding(Messages.money(assessment.outstanding()))
            .setOverpaid(Messages.money(assessment.overpaid()))
            .setPaymentCount(assessment.paymentCount())
            .setAnswer(AnswerMessages.full(assessment.answer()))
            .setSequence(assessment.sequence());
    assessment.unapplied().forEach(money -> message.addUnapplied(Messages.money(money)));
    assessment.payments().forEach(payment -> message.addPayments(payment(payment)));
    return message.build();
  }

  private static AssessedPayment payment(amanah.zakat.domain.assessment.AssessedPayment payment) {
    AssessedPayment.Builder message =
        AssessedPayment.newBuilder()
            .setCampaignId(payment.campaignId().value())
            .setDonationId(payment.donationId().value())
            .setAmount(Messages.money(payment.amount()))
            .setReturned(Messages.money(payment.returned()))
            .setApplied(payment.applied())
            .setAt(Messages.time(payment.at()));
    payment.refunds().forEach(refund -> message.addRefunds(refund(refund)));
    return message.build();
  }

  private static AssessedRefund refund(amanah.zakat.domain.assessment.AssessedRefund refund) {
    return AssessedRefund.newBuilder()
        .setRefundId(refund.refundId().value())
        .setAmount(Messages.money(refund.amount()))
        .setAt(Messages.time(refund.at()))
        .build();
  }
}
