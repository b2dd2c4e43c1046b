package amanah.campaign.ingress.grpc;

import amanah.campaign.application.Campaigns;
import amanah.campaign.application.RecordedDonation;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.Donation;
import amanah.campaign.ingress.request.BatchItem;
import amanah.campaign.ingress.request.BatchResult;
import amanah.campaign.ingress.request.DonationBatch;
import amanah.campaign.ingress.request.DonationRequests;
import amanah.grpc.GrpcCall;
import amanah.grpc.MessageTree;
import amanah.grpc.Requests;
import amanah.http.Naming;
import amanah.http.Slices;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.v1.DonateAllRequest;
import amanah.v1.DonateAllResponse;
import amanah.v1.DonateRequest;
import amanah.v1.DonateResponse;
import amanah.v1.DonationServiceGrpc.DonationServiceImplBase;
import amanah.v1.GetDonationRequest;
import amanah.v1.GetDonationResponse;
import amanah.v1.NewDonation;
import amanah.v1.RefundDonationRequest;
import amanah.v1.RefundDonationResponse;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The calls about donations. */
final class DonationCalls extends DonationServiceImplBase {

  private final Campaigns campaigns;
  private final int itemsMax;
  private final Naming naming;

  DonationCalls(Campaigns campaigns, int itemsMax, Naming naming) {
    this.campaigns = campaigns;
    this.itemsMax = itemsMax;
    this.naming = naming;
  }

  @Override
  public void donate(DonateRequest request, StreamObserver<DonateResponse> caller) {
    GrpcCall call = GrpcCall.current();
    Requests.requireKnown(request);
    CampaignId campaignId = campaignId(request.getCampaignId());
    Donation donation =
        DonationRequests.donation(
            MessageTree.of(request.getDonation()), call.idempotencyKey(), naming);
    call.uses("donationId", donation.donationId().value());
    call.answer(
        caller,
        () ->
            within(call)
                .donate(campaignId, donation)
                .thenApply(reply -> DonationMessages.receipt(Replies.done(reply))));
  }

  /** A large message is read away from the event loop, which has others to serve. */
  @Override
  public void donateAll(DonateAllRequest request, StreamObserver<DonateAllResponse> caller) {
    GrpcCall call = GrpcCall.current();
    Requests.requireKnown(request);
    CampaignId campaignId = campaignId(request.getCampaignId());
    Slices.requireCount(request.getDonationsCount(), itemsMax);
    call.answer(
        caller,
        () ->
            CompletableFuture.supplyAsync(
                    () -> call.identity().inLogs(() -> items(request, call)),
                    call.context().blockingTaskExecutor())
                .thenCompose(
                    items ->
                        call.identity()
                            .inLogs(() -> DonationBatch.record(items, within(call), campaignId)))
                .thenApply(DonationCalls::results));
  }

  @Override
  public void getDonation(GetDonationRequest request, StreamObserver<GetDonationResponse> caller) {
    GrpcCall call = GrpcCall.current();
    Requests.requireKnown(request);
    CampaignId campaignId = campaignId(request.getCampaignId());
    DonationId donationId = donationId(request.getDonationId());
    call.answer(
        caller,
        () ->
            within(call)
                .donation(campaignId, donationId)
                .thenApply(reply -> got(campaignId, Replies.value(reply))));
  }

  @Override
  public void refundDonation(
      RefundDonationRequest request, StreamObserver<RefundDonationResponse> caller) {
    GrpcCall call = GrpcCall.current();
    CampaignId campaignId = campaignId(request.getCampaignId());
    CampaignCommand.Refund refund =
        DonationRequests.refund(
            donationId(request.getDonationId()),
            Requests.body(request, "campaignId", "donationId"),
            call.idempotencyKey(),
            naming);
    call.uses("refundId", refund.refundId().value());
    call.answer(
        caller,
        () ->
            within(call)
                .refund(campaignId, refund)
                .thenApply(reply -> DonationMessages.refund(Replies.done(reply))));
  }

  private Campaigns within(GrpcCall call) {
    return campaigns.within(call.patience());
  }

  private List<BatchItem> items(DonateAllRequest request, GrpcCall call) {
    List<BatchItem> items = new ArrayList<>(request.getDonationsCount());
    for (NewDonation donation : request.getDonationsList()) {
      items.add(
          BatchItem.of(
              MessageTree.of(donation),
              BatchItem.key(call.idempotencyKey(), items.size() + 1),
              naming));
    }
    return items;
  }

  private static DonateAllResponse results(Reply<List<BatchResult>> reply) {
    DonateAllResponse.Builder message = DonateAllResponse.newBuilder();
    Replies.value(reply).forEach(result -> message.addResults(DonationMessages.outcome(result)));
    return message.build();
  }

  private static GetDonationResponse got(CampaignId campaignId, RecordedDonation donation) {
    return GetDonationResponse.newBuilder()
        .setDonation(DonationMessages.donation(campaignId, donation))
        .build();
  }

  private static CampaignId campaignId(String value) {
    return Requests.id("campaignId", value, CampaignId::of);
  }

  private static DonationId donationId(String value) {
    return Requests.id("donationId", value, DonationId::of);
  }
}
