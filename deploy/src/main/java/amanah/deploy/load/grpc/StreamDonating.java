package amanah.deploy.load.grpc;

import amanah.client.DonationStream;
import amanah.client.Outcome;
import amanah.deploy.load.loop.DonationBooks;
import amanah.deploy.load.loop.NumberedDonations;
import amanah.v1.IntakeDonation;
import amanah.v1.IntakeReceipt;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Donations on several streams in turn; what gathers while one is busy shares a message. */
final class StreamDonating extends GrpcDonating<IntakeReceipt> {

  private final List<DonationStream> streams;
  private final DonationMessages messages;

  StreamDonating(List<DonationStream> streams, NumberedDonations donations, DonationBooks books) {
    super(donations, books);
    this.streams = streams;
    this.messages = new DonationMessages(donations);
  }

  @Override
  public CompletionStage<Outcome<IntakeReceipt>> begin(long number) {
    CompletableFuture<Outcome<IntakeReceipt>> receipt = new CompletableFuture<>();
    IntakeDonation donation =
        IntakeDonation.newBuilder()
            .setCampaignId(messages.campaignId(number))
            .setDonation(messages.donation(number))
            .build();
    if (!streams.get((int) (number % streams.size())).offer(donation, receipt::complete)) {
      throw new IllegalStateException("a stream has no room for donation " + number);
    }
    return receipt;
  }

  @Override
  long sequence(IntakeReceipt receipt) {
    return receipt.getSequence();
  }

  @Override
  boolean replayed(IntakeReceipt receipt) {
    return receipt.getReplayed();
  }
}
