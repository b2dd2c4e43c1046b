package amanah.deploy.load.grpc;

import amanah.client.GrpcClient;
import amanah.client.Outcome;
import amanah.deploy.load.loop.DonationBooks;
import amanah.deploy.load.loop.NumberedDonations;
import amanah.v1.DonateResponse;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A call for each donation, by several clients in turn. */
final class CallDonating extends GrpcDonating<DonateResponse> {

  private final List<GrpcClient> clients;
  private final DonationMessages messages;

  CallDonating(List<GrpcClient> clients, NumberedDonations donations, DonationBooks books) {
    super(donations, books);
    this.clients = clients;
    this.messages = new DonationMessages(donations);
  }

  @Override
  public CompletionStage<Outcome<DonateResponse>> begin(long number) {
    return clients
        .get((int) (number % clients.size()))
        .donate(messages.campaignId(number), messages.donation(number));
  }

  @Override
  long sequence(DonateResponse receipt) {
    return receipt.getSequence();
  }

  @Override
  boolean replayed(DonateResponse receipt) {
    return receipt.getReplayed();
  }
}
