package amanah.zakat.assessment;

import amanah.id.RefundId;
import amanah.protocol.zakat.AssessedZakat;
import amanah.zakat.domain.assessment.Movement;

/** What campaigns report, in the words of assessments. */
final class Movements {

  private Movements() {}

  static Movement of(AssessmentMessage.Count count) {
    AssessedZakat zakat = count.zakat();
    return zakat
        .refundId()
        .map(refundId -> refund(count, refundId))
        .orElseGet(
            () ->
                new Movement.Payment(
                    count.campaignId(),
                    zakat.donationId(),
                    zakat.amount(),
                    zakat.at(),
                    zakat.named()));
  }

  private static Movement refund(AssessmentMessage.Count count, RefundId refundId) {
    AssessedZakat zakat = count.zakat();
    return new Movement.Return(
        count.campaignId(), zakat.donationId(), refundId, zakat.amount(), zakat.at());
  }
}
