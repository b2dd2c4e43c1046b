package amanah.campaign.ingress.grpc;

import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.ingress.request.BatchResult;
import amanah.grpc.Messages;
import amanah.v1.IntakeReceipt;
import amanah.v1.OutcomeStatus;

/** Writes receipts. */
final class IntakeMessages {

  private IntakeMessages() {}

  static IntakeReceipt receipt(IntakeLane.Taken donation, BatchResult result) {
    IntakeReceipt.Builder receipt =
        IntakeReceipt.newBuilder().setPlace(donation.place()).setCampaignId(donation.campaignId());
    switch (result) {
      case BatchResult.Recorded yes -> recorded(receipt, yes.donation());
      case BatchResult.Refused no -> refused(receipt, no);
    }
    return receipt.build();
  }

  private static void recorded(IntakeReceipt.Builder receipt, DonationOutcome.Recorded donation) {
    receipt
        .setDonationId(donation.donationId().value())
        .setStatus(OutcomeStatus.OUTCOME_STATUS_CAPTURED)
        .setReplayed(donation.replayed())
        .setAmount(Messages.money(donation.amount()))
        .setSequence(donation.sequence());
  }

  private static void refused(IntakeReceipt.Builder receipt, BatchResult.Refused no) {
    if (no.donationId() != null) {
      receipt.setDonationId(no.donationId());
    }
    receipt
        .setStatus(OutcomeStatus.OUTCOME_STATUS_REFUSED)
        .setCode(no.code().code())
        .setDetail(no.detail());
  }
}
