package amanah.deploy.faults.load;

import amanah.client.ClientSettings;
import amanah.client.GrpcClient;
import amanah.client.Outcome;
import amanah.client.RetryRules;
import amanah.client.Timing;
import amanah.client.Tries;
import amanah.client.TryEnd;
import amanah.deploy.faults.books.PlannedDonations;
import amanah.protocol.EarlierTries;
import amanah.v1.Designation;
import amanah.v1.DonateResponse;
import amanah.v1.Donor;
import amanah.v1.Money;
import amanah.v1.NewDonation;
import amanah.v1.Payment;
import amanah.v1.PaymentMethod;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/**
 * Donates over gRPC, with the client that every caller is given, at the doors and with the patience
 * of a {@link Caller}, and tells of it in his words.
 */
final class GrpcDonor implements AutoCloseable {

  private static final RetryRules RULES =
      new RetryRules(
          Caller.PATIENCE,
          Caller.TRY_MAX,
          Caller.WAIT_FIRST,
          Caller.WAIT_MAX,
          Caller.WAIT_MAX,
          EarlierTries.UNDER_WAY_MAX);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final GrpcClient client;
  private final PlannedDonations planned;
  private final Bodies bodies;
  private final Doors doors;
  private final Timing time;
  private final Caller.Tries tries;

  GrpcDonor(
      Doors doors, PlannedDonations planned, int inFlightMax, Timing time, Caller.Tries tries) {
    List<URI> uris = IntStream.range(0, doors.count()).mapToObj(doors::uri).toList();
    this.client =
        new GrpcClient(
            uris,
            doors::choose,
            ClientSettings.USUAL.withRetries(RULES).withCallsInFlightMax(inFlightMax),
            time,
            new SecureRandom());
    this.planned = planned;
    this.bodies = new Bodies(planned);
    this.doors = doors;
    this.time = time;
    this.tries = tries;
  }

  /** Gives donation {@code number} until it is settled. */
  Settled settle(long number) throws InterruptedException {
    Told told = new Told(bodies.donate(number), time.nanoTime());
    String campaignId = planned.campaigns().get(planned.campaign(number));
    try {
      Outcome<DonateResponse> outcome =
          client.donate(campaignId, donation(number), told).toCompletableFuture().get();
      return told.settled(outcome);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a client's outcome never fails", failed);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /** What {@link Bodies#donate} sends over HTTP. */
  private NewDonation donation(long number) {
    NewDonation.Builder donation =
        NewDonation.newBuilder()
            .setDonationId(planned.donationId(number))
            .setAmount(
                Money.newBuilder()
                    .setAmount(Bodies.amount(planned.amountMinor(number)))
                    .setCurrency(PlannedDonations.CURRENCY))
            .setDonor(Donor.newBuilder().setId(Bodies.donor(number)))
            .setPayment(
                Payment.newBuilder()
                    .setMethod(PaymentMethod.PAYMENT_METHOD_CAPTURED)
                    .setReference(Bodies.REFERENCE));
    if (planned.isZakat(number)) {
      donation.setDesignation(Designation.DESIGNATION_ZAKAT);
      planned.assessment(number).ifPresent(donation::setAssessmentId);
    }
    return donation.build();
  }

  private static ObjectNode body(DonateResponse answer) {
    ObjectNode body = JSON.createObjectNode().put("sequence", answer.getSequence());
    body.putObject("amount")
        .put("amount", answer.getAmount().getAmount())
        .put("currency", answer.getAmount().getCurrency());
    body.putObject("campaign")
        .put("donationCount", answer.getCampaign().getDonationCount())
        .putObject("raised")
        .put("amount", answer.getCampaign().getRaised().getAmount());
    return body;
  }

  /** The tries of one donation, as a {@link Caller} counts his; told of one after the other. */
  private final class Told implements Tries {

    private final Request request;
    private final long began;
    private long tryBegan;
    private int node = Caller.NOBODY;
    private int sent;
    private int ambiguous;
    private long refused;
    private Answer last =
        new Answer.Ambiguous(Answer.Ambiguous.Kind.NOT_CONNECTED, "no room for a try");

    Told(Request request, long began) {
      this.request = request;
      this.began = began;
      this.tryBegan = began;
    }

    @Override
    public synchronized void began(int asked) {
      tryBegan = time.nanoTime();
    }

    @Override
    public synchronized void ended(int tried, TryEnd end) {
      node = tried;
      sent++;
      if (end instanceof TryEnd.Failed failed) {
        failed(tried, failed);
      }
    }

    private void failed(int tried, TryEnd.Failed end) {
      last = Answers.of(end);
      tries.ended(last);
      tries.told(new Try(request, tried, last, tryBegan, time.nanoTime()));
      if (end instanceof TryEnd.NotConnected) {
        doors.refused(tried);
      } else if (end instanceof TryEnd.Refused && refused == 0) {
        refused = time.nanoTime();
      } else if (last instanceof Answer.Ambiguous) {
        ambiguous++;
      }
    }

    synchronized Settled settled(Outcome<DonateResponse> outcome) {
      Answer answer =
          switch (outcome) {
            case Outcome.Answered<DonateResponse> yes -> answered(yes.answer());
            case Outcome.Refused<DonateResponse> no -> last;
            case Outcome.GivenUp<DonateResponse> lost -> last.unlessDefinite();
          };
      long ended = answer instanceof Answer.No ? refused : time.nanoTime();
      return new Settled(answer, node, sent, ambiguous, began, ended);
    }

    private Answer answered(DonateResponse response) {
      Answer answer = yes(response);
      tries.told(new Try(request, node, answer, tryBegan, time.nanoTime()));
      return answer;
    }

    private static Answer yes(DonateResponse answer) {
      return new Answer.Yes(answer.getReplayed() ? 200 : 201, body(answer), answer.getReplayed());
    }
  }
}
