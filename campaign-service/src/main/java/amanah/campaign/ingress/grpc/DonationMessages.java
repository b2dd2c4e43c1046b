package amanah.campaign.ingress.grpc;

import amanah.campaign.application.DonationReceipt;
import amanah.campaign.application.RecordedDonation;
import amanah.campaign.application.RefundReceipt;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donor;
import amanah.campaign.domain.PublicDonation;
import amanah.campaign.ingress.request.BatchResult;
import amanah.grpc.Messages;
import amanah.id.CampaignId;
import amanah.money.Money;
import amanah.v1.DonateResponse;
import amanah.v1.Donation;
import amanah.v1.DonationOutcome;
import amanah.v1.DonationRecorded;
import amanah.v1.DonationRefunded;
import amanah.v1.DonationStatus;
import amanah.v1.HistoryEntry;
import amanah.v1.OutcomeStatus;
import amanah.v1.Payment;
import amanah.v1.PaymentMethod;
import amanah.v1.RefundDonationResponse;
import java.time.Instant;
import java.util.Objects;

/** Writes donations and refunds; what would tell who an anonymous donor is, never. */
final class DonationMessages {

  private DonationMessages() {}

  static DonateResponse receipt(Reply.Done<DonationReceipt> done) {
    DonationReceipt receipt = done.value();
    return DonateResponse.newBuilder()
        .setDonationId(receipt.donation().donationId().value())
        .setStatus(DonationStatus.DONATION_STATUS_CAPTURED)
        .setAmount(Messages.money(receipt.donation().amount()))
        .setSequence(receipt.donation().sequence())
        .setReplayed(done.replayed())
        .setCampaign(CampaignMessages.progress(receipt.campaign()))
        .build();
  }

  static DonationOutcome outcome(BatchResult result) {
    DonationOutcome.Builder message = DonationOutcome.newBuilder();
    switch (result) {
      case BatchResult.Recorded yes ->
          message
              .setDonationId(yes.donation().donationId().value())
              .setStatus(OutcomeStatus.OUTCOME_STATUS_CAPTURED)
              .setReplayed(yes.donation().replayed());
      case BatchResult.Refused no -> {
        if (no.donationId() != null) {
          message.setDonationId(no.donationId());
        }
        message
            .setStatus(OutcomeStatus.OUTCOME_STATUS_REFUSED)
            .setCode(no.code().code())
            .setDetail(no.detail());
      }
    }
    return message.build();
  }

  static RefundDonationResponse refund(Reply.Done<RefundReceipt> done) {
    RefundReceipt receipt = done.value();
    Answer.RefundRecorded refund = receipt.refund();
    RefundDonationResponse.Builder message =
        RefundDonationResponse.newBuilder()
            .setRefundId(refund.refundId().value())
            .setDonationId(refund.donationId().value())
            .setAmount(Messages.money(refund.amount()))
            .setRefunded(Messages.money(refund.refunded()))
            .setStatus(status(refund.captured(), refund.refunded()))
            .setSequence(refund.sequence())
            .setReplayed(done.replayed())
            .setCampaign(CampaignMessages.progress(receipt.campaign()));
    if (refund.reason() != null) {
      message.setReason(refund.reason());
    }
    return message.build();
  }

  static Donation donation(CampaignId campaignId, RecordedDonation recorded) {
    amanah.campaign.domain.Donation donation = recorded.donation();
    Instant donatedAt = Objects.requireNonNullElse(donation.donatedAt(), recorded.recordedAt());
    PublicDonation shown = PublicDonation.of(donation);
    Donation.Builder message =
        Donation.newBuilder()
            .setDonationId(donation.donationId().value())
            .setCampaignId(campaignId.value())
            .setAmount(Messages.money(donation.amount()))
            .setRefunded(Messages.money(recorded.refunded()))
            .setStatus(status(donation.amount(), recorded.refunded()))
            .setDesignation(designation(donation.designation()))
            .setDonatedAt(Messages.time(donatedAt))
            .setRecordedAt(Messages.time(recorded.recordedAt()))
            .setPayment(payment(shown));
    if (shown.donor() != null) {
      message.setDonor(donor(shown.donor()));
    }
    if (shown.assessmentId() != null) {
      message.setAssessmentId(shown.assessmentId().value());
    }
    if (donation.message() != null) {
      message.setMessage(donation.message());
    }
    history(message, recorded);
    return message.build();
  }

  private static Payment payment(PublicDonation shown) {
    Payment.Builder payment = Payment.newBuilder().setMethod(PaymentMethod.PAYMENT_METHOD_CAPTURED);
    if (shown.paymentReference() != null) {
      payment.setReference(shown.paymentReference());
    }
    return payment.build();
  }

  /** Who gave, as {@link PublicDonation} shows it. */
  static amanah.v1.Donor donor(Donor donor) {
    amanah.v1.Donor.Builder shown = amanah.v1.Donor.newBuilder().setAnonymous(donor.anonymous());
    if (donor.donorId() != null) {
      shown.setId(donor.donorId().value());
    }
    if (donor.name() != null) {
      shown.setName(donor.name());
    }
    return shown.build();
  }

  private static void history(Donation.Builder message, RecordedDonation recorded) {
    message.addHistory(
        entry(recorded.sequence(), recorded.recordedAt())
            .setRecorded(
                DonationRecorded.newBuilder()
                    .setAmount(Messages.money(recorded.donation().amount()))));
    for (RecordedDonation.Refund entry : recorded.refunds()) {
      CampaignEvent.DonationRefunded refund = entry.refund();
      DonationRefunded.Builder refunded =
          DonationRefunded.newBuilder()
              .setRefundId(refund.refundId().value())
              .setAmount(Messages.money(refund.amount()));
      String reason = PublicDonation.reason(recorded.donation(), refund.reason());
      if (reason != null) {
        refunded.setReason(reason);
      }
      message.addHistory(entry(entry.sequence(), refund.at()).setRefunded(refunded));
    }
  }

  private static HistoryEntry.Builder entry(long sequence, Instant at) {
    return HistoryEntry.newBuilder().setSequence(sequence).setAt(Messages.time(at));
  }

  private static DonationStatus status(Money captured, Money refunded) {
    if (refunded.isZero()) {
      return DonationStatus.DONATION_STATUS_CAPTURED;
    }
    return refunded.equals(captured)
        ? DonationStatus.DONATION_STATUS_REFUNDED
        : DonationStatus.DONATION_STATUS_PARTIALLY_REFUNDED;
  }

  static amanah.v1.Designation designation(Designation designation) {
    return switch (designation) {
      case SADAQAH -> amanah.v1.Designation.DESIGNATION_SADAQAH;
      case ZAKAT -> amanah.v1.Designation.DESIGNATION_ZAKAT;
    };
  }
}
