package amanah.campaign.ingress.grpc;

import static amanah.campaign.ingress.grpc.Samples.LATER;
import static amanah.campaign.ingress.grpc.Samples.UNKNOWN;
import static amanah.campaign.ingress.grpc.Samples.captured;
import static amanah.campaign.ingress.grpc.Samples.donation;
import static amanah.campaign.ingress.grpc.Samples.many;
import static amanah.campaign.ingress.grpc.Samples.money;
import static amanah.campaign.ingress.grpc.Samples.seconds;
import static amanah.campaign.ingress.grpc.Samples.to;
import static amanah.campaign.ingress.grpc.Samples.tooMany;

import amanah.v1.Designation;
import amanah.v1.DonateAllRequest;
import amanah.v1.DonateAllResponse;
import amanah.v1.DonationServiceGrpc;
import amanah.v1.Donor;
import amanah.v1.GetDonationRequest;
import amanah.v1.NewDonation;
import amanah.v1.Payment;
import amanah.v1.PaymentMethod;
import amanah.v1.RefundDonationRequest;
import io.grpc.MethodDescriptor;

/** Questions about donations, right and wrong. */
final class DonationQuestions {

  private final Script script;

  DonationQuestions(Script script) {
    this.script = script;
  }

  void donating() {
    script.donate("a donation", "well", donation("d-1"));
    script.donate("the same donation again", "well", donation("d-1"));
    script.donate(
        "that id with other content", "well", donation("d-1").setAmount(money("6", "IDR")));
    script.donate("a donation without a name", "well", donation("x").clearDonationId());
    script.ask(
        "a donation named by a key",
        DonationServiceGrpc.getDonateMethod(),
        to("well", donation("x").clearDonationId()),
        "key-1");
    script.donate(
        "a donation with everything",
        "all",
        donation("d-2")
            .setDonor(Donor.newBuilder().setId("donor-7").setName("Amina"))
            .setMessage("for all\nof you")
            .setDesignation(Designation.DESIGNATION_ZAKAT)
            .setAssessmentId("2026-donor-7")
            .setDonatedAt(LATER));
    script.donate(
        "a donation of nobody",
        "all",
        donation("d-3")
            .setDonor(Donor.newBuilder().setId("donor-8").setName("Zayd").setAnonymous(true))
            .setDesignation(Designation.DESIGNATION_ZAKAT)
            .setAssessmentId("2026-donor-8"));
    script.donate("more than the cap", "all", donation("d-4").setAmount(money("99999", "IDR")));
    script.donate("to none", "none", donation("d-1"));
    script.donate("to a draft", "draft", donation("d-1"));
    script.donate(
        "zakat for others", "well", donation("d-5").setDesignation(Designation.DESIGNATION_ZAKAT));
    script.donate("dollars for rupiah", "well", donation("d-5").setAmount(money("5", "USD")));
  }

  void donatingWrongly() {
    script.donate("to no id", "a b", donation("w"));
    script.donate("nothing at all", "well", NewDonation.newBuilder());
    script.donate("no payment", "well", donation("w").clearPayment());
    script.donate(
        "a payment without method",
        "well",
        donation("w").setPayment(Payment.newBuilder().setReference("r")));
    script.donate(
        "a payment without reference",
        "well",
        donation("w").setPayment(captured("r").toBuilder().clearReference()));
    script.donate("an empty reference", "well", donation("w").setPayment(captured("")));
    script.donate(
        "a charge",
        "well",
        donation("w")
            .setPayment(
                Payment.newBuilder()
                    .setMethod(PaymentMethod.PAYMENT_METHOD_CHARGE)
                    .setToken("tok")));
    script.donate(
        "a token for captured money",
        "well",
        donation("w").setPayment(captured("r").toBuilder().setToken("tok")));
    script.donate("an empty id", "well", donation(""));
    script.donate("an id too long", "well", donation("x".repeat(65)));
    script.donate("an assessment for sadaqah", "well", donation("w").setAssessmentId("a-1"));
    script.donate(
        "a donor without id", "well", donation("n-1").setDonor(Donor.getDefaultInstance()));
    script.donate(
        "a donor with a bad id",
        "well",
        donation("w").setDonor(Donor.newBuilder().setId("a b").setName("x".repeat(201))));
    script.donate("a message too long", "well", donation("w").setMessage("x".repeat(1001)));
    script.donate("a message with a zero", "well", donation("w").setMessage("a\u0000b"));
    script.donate(
        "a time before all times", "well", donation("w").setDonatedAt(seconds(Long.MIN_VALUE)));
    script.donate("a field that nobody knows", "well", donation("w").setUnknownFields(UNKNOWN));
    script.donate("a designation that nobody knows", "well", donation("w").setDesignationValue(9));
  }

  void donatingMany() {
    MethodDescriptor<DonateAllRequest, DonateAllResponse> all =
        DonationServiceGrpc.getDonateAllMethod();
    script.ask("many", all, many("well", donation("m-1"), donation("m-2")), null);
    script.ask("many again, one new", all, many("well", donation("m-1"), donation("m-3")), null);
    script.ask(
        "many, some wrong",
        all,
        many(
            "well",
            donation("m-4").clearAmount(),
            donation("m-5"),
            donation("a b"),
            donation("d-1").setAmount(money("7", "IDR")),
            donation("m-6").clearPayment()),
        null);
    script.ask(
        "many, one without a name",
        all,
        many("well", donation("x").clearDonationId(), donation("m-7")),
        null);
    script.ask(
        "many named by a key",
        all,
        many("well", donation("x").clearDonationId(), donation("y").clearDonationId()),
        "batch");
    script.ask("none", all, many("well"), null);
    script.ask("none for none", all, many("none"), null);
    script.ask("many for none", all, many("none", donation("m-1")), null);
    script.ask("too many", all, tooMany(), null);
  }

  void refunding() {
    RefundDonationRequest.Builder part =
        refund("r-1").setAmount(money("2.00", "IDR")).setReason("asked for it");
    script.refund("a part", "well", "d-1", part);
    script.refund("the same part again", "well", "d-1", part);
    script.refund("more than is left", "well", "d-1", refund("r-2").setAmount(money("4", "IDR")));
    script.refund("dollars for rupiah", "well", "d-1", refund("r-2").setAmount(money("1", "USD")));
    script.refund("nothing", "well", "d-1", refund("r-2").setAmount(money("0", "IDR")));
    script.refund("a bad name", "well", "d-1", refund("a b"));
    script.refund("a reason too long", "well", "d-1", refund("r-2").setReason("x".repeat(501)));
    script.refund("without a name", "well", "d-1", RefundDonationRequest.newBuilder());
    script.ask(
        "refund: named by a key",
        DonationServiceGrpc.getRefundDonationMethod(),
        RefundDonationRequest.newBuilder()
            .setCampaignId("well")
            .setDonationId("d-1")
            .setAmount(money("1", "IDR"))
            .build(),
        "key-2");
    script.refund("all that is left", "well", "d-1", refund("r-3"));
    script.refund("of no donation", "well", "none", refund("r-4"));
    script.refund("of no campaign", "none", "d-1", refund("r-4"));
    script.ask(
        "the refunded donation",
        DonationServiceGrpc.getGetDonationMethod(),
        GetDonationRequest.newBuilder().setCampaignId("well").setDonationId("d-1").build(),
        null);
  }

  private static RefundDonationRequest.Builder refund(String refundId) {
    return RefundDonationRequest.newBuilder().setRefundId(refundId);
  }
}
