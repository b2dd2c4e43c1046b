package amanah.campaign.ingress.grpc;

import amanah.v1.AmendCampaignRequest;
import amanah.v1.DonateAllRequest;
import amanah.v1.DonateRequest;
import amanah.v1.GetCampaignRequest;
import amanah.v1.Milestones;
import amanah.v1.Money;
import amanah.v1.NewDonation;
import amanah.v1.OpenCampaignRequest;
import amanah.v1.Payment;
import amanah.v1.PaymentMethod;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UnknownFieldSet;

/** Messages that are right, to be asked as they are or spoiled. */
final class Samples {

  static final Timestamp LATER = Timestamp.newBuilder().setSeconds(1_900_000_000).build();
  static final UnknownFieldSet UNKNOWN =
      UnknownFieldSet.newBuilder()
          .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
          .build();

  private Samples() {}

  static OpenCampaignRequest.Builder well(String campaignId) {
    return OpenCampaignRequest.newBuilder()
        .setCampaignId(campaignId)
        .setTitle("A well")
        .setGoal(money("5000.00", "IDR"));
  }

  static NewDonation.Builder donation(String donationId) {
    return NewDonation.newBuilder()
        .setDonationId(donationId)
        .setAmount(money("5.00", "IDR"))
        .setPayment(captured("bank-1"));
  }

  static DonateRequest to(String campaignId, NewDonation.Builder donation) {
    return DonateRequest.newBuilder().setCampaignId(campaignId).setDonation(donation).build();
  }

  static DonateAllRequest many(String campaignId, NewDonation.Builder... donations) {
    DonateAllRequest.Builder request = DonateAllRequest.newBuilder().setCampaignId(campaignId);
    for (NewDonation.Builder donation : donations) {
      request.addDonations(donation);
    }
    return request.build();
  }

  static DonateAllRequest tooMany() {
    DonateAllRequest.Builder request = DonateAllRequest.newBuilder().setCampaignId("well");
    for (int index = 0; index < 10_001; index++) {
      request.addDonations(donation("t-" + index));
    }
    return request.build();
  }

  static GetCampaignRequest.Builder get(String campaignId) {
    return GetCampaignRequest.newBuilder().setCampaignId(campaignId);
  }

  static AmendCampaignRequest.Builder amendment() {
    return AmendCampaignRequest.newBuilder().setCampaignId("well");
  }

  static Milestones milestones(int... percents) {
    Milestones.Builder milestones = Milestones.newBuilder();
    for (int percent : percents) {
      milestones.addPercents(percent);
    }
    return milestones.build();
  }

  static Payment captured(String reference) {
    return Payment.newBuilder()
        .setMethod(PaymentMethod.PAYMENT_METHOD_CAPTURED)
        .setReference(reference)
        .build();
  }

  static Money money(String amount, String currency) {
    return Money.newBuilder().setAmount(amount).setCurrency(currency).build();
  }

  static Timestamp seconds(long seconds) {
    return Timestamp.newBuilder().setSeconds(seconds).build();
  }
}
