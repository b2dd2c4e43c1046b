package amanah.client;

import amanah.v1.DonateResponse;
import amanah.v1.IntakeDonation;
import amanah.v1.IntakeReceipt;
import amanah.v1.Money;
import amanah.v1.NewDonation;
import amanah.v1.Payment;
import amanah.v1.PaymentMethod;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The example of docs/calling.md: what stands between the marks stands there as well. */
final class CallingExample {

  private CallingExample() {}

  static CompletionStage<String> donate(URI node) {
    // docs begin
    GrpcClient amanah = GrpcClient.to(List.of(node), ClientSettings.USUAL);

    NewDonation donation =
        NewDonation.newBuilder()
            .setDonationId("order-1003")
            .setAmount(Money.newBuilder().setAmount("25.00").setCurrency("USD"))
            .setPayment(
                Payment.newBuilder()
                    .setMethod(PaymentMethod.PAYMENT_METHOD_CAPTURED)
                    .setReference("bank:4713"))
            .build();

    CompletionStage<String> told =
        amanah
            .donate("well", donation)
            .thenApply(
                outcome ->
                    switch (outcome) {
                      case Outcome.Answered<DonateResponse> yes ->
                          "recorded at " + yes.answer().getSequence();
                      case Outcome.Refused<DonateResponse> no -> no.code() + ": " + no.detail();
                      case Outcome.GivenUp<DonateResponse> lost ->
                          "nobody knows; ask again for " + lost.name();
                    });
    // docs end
    return told.whenComplete((sentence, failure) -> amanah.close());
  }

  static CompletionStage<Void> stream(
      GrpcClient amanah, List<IntakeDonation> donations, Consumer<Outcome<IntakeReceipt>> settled) {
    // docs begin
    DonationStream stream = amanah.donations();
    for (IntakeDonation donation : donations) {
      while (!stream.offer(donation, settled)) {
        stream.whenRoom().toCompletableFuture().join();
      }
    }
    CompletionStage<Void> allSettled = stream.finish();
    // docs end
    return allSettled;
  }
}
