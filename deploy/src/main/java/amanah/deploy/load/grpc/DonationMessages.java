package amanah.deploy.load.grpc;

import amanah.deploy.load.loop.NumberedDonations;
import amanah.v1.Donor;
import amanah.v1.Money;
import amanah.v1.NewDonation;
import amanah.v1.Payment;
import amanah.v1.PaymentMethod;
import java.util.List;
import java.util.stream.IntStream;

/** Writes donations as messages; what many have in common is made once. */
final class DonationMessages {

  private static final int CENTS = 100;
  private static final int TEN = 10;
  private static final String CURRENCY = NumberedDonations.CURRENCY.getCurrencyCode();
  private static final Payment PAYMENT =
      Payment.newBuilder()
          .setMethod(PaymentMethod.PAYMENT_METHOD_CAPTURED)
          .setReference(NumberedDonations.REFERENCE)
          .build();

  private final NumberedDonations donations;
  private final List<String> campaigns;
  private final List<Donor> donors =
      IntStream.range(0, NumberedDonations.DONORS)
          .mapToObj(donor -> Donor.newBuilder().setId(NumberedDonations.donorId(donor)).build())
          .toList();

  DonationMessages(NumberedDonations donations) {
    this.donations = donations;
    this.campaigns = donations.campaigns().stream().map(Object::toString).toList();
  }

  String campaignId(long number) {
    return campaigns.get(donations.campaign(number));
  }

  NewDonation donation(long number) {
    return NewDonation.newBuilder()
        .setDonationId(donations.donationId(number))
        .setAmount(
            Money.newBuilder()
                .setAmount(amount(donations.amountMinor(number)))
                .setCurrency(CURRENCY))
        .setDonor(donors.get(NumberedDonations.donor(number)))
        .setPayment(PAYMENT)
        .build();
  }

  private static String amount(long minor) {
    long cents = minor % CENTS;
    return minor / CENTS + (cents < TEN ? ".0" : ".") + cents;
  }
}
