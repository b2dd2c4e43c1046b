package amanah.deploy.intake;

import amanah.grpc.Messages;
import amanah.v1.Donor;
import amanah.v1.IntakeDonation;
import amanah.v1.NewDonation;
import amanah.v1.Payment;
import amanah.v1.PaymentMethod;

/** Writes a row as it goes on a stream. */
final class DonationMessages {

  private DonationMessages() {}

  /**
   * It holds nothing but what the row says, so that a repeat from another file name or day is the
   * same donation.
   */
  static IntakeDonation of(String campaignId, Entry.Sendable row) {
    return IntakeDonation.newBuilder()
        .setCampaignId(campaignId)
        .setDonation(
            NewDonation.newBuilder()
                .setDonationId(row.donationId())
                .setAmount(Messages.money(row.amount()))
                .setDonor(donor(row))
                .setPayment(
                    Payment.newBuilder()
                        .setMethod(PaymentMethod.PAYMENT_METHOD_CAPTURED)
                        .setReference("import:" + row.donationId()))
                .setDonatedAt(Messages.time(row.donatedAt())))
        .build();
  }

  private static Donor.Builder donor(Entry.Sendable row) {
    return row.donor().isEmpty()
        ? Donor.newBuilder().setAnonymous(true)
        : Donor.newBuilder().setId(row.donor());
  }
}
